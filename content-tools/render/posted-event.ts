import { formResponse, type Fields } from './live/form-response.js';
import { learnerEventSchema, type LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';

/** A form of the guide's page as an event. The forms are `FormData` in the web app, `URLSearchParams` elsewhere. */
export interface PostedEvent {
  /** Null when the form is not one of ours, or was sent without an answer. */
  event: LearnerEvent | null;
  /** The lesson to show next, or ''. */
  lesson: string;
  /** The question, for saying that an answer is missing there, or ''. */
  question: string;
}

/** `at`: UTC with milliseconds, by the server's clock, since a form cannot tell. */
export function postedEvent(fields: Fields, at: string): PostedEvent {
  const text = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  const response = formResponse(fields);
  // The button of a hint that costs points stands in the form of its question.
  const kind = text('kind') === 'answered' && text('hint') !== '' ? 'hinted' : text('kind');
  const answered = kind !== 'answered' || (response.length > 0 && response.every((value) => value.trim() !== ''));
  const confirmed = text('kind') !== 'declared' || fields.get('confirmed') !== null;
  const parsed = learnerEventSchema.safeParse({
    kind,
    id: text('id'),
    at,
    lesson: text('lesson'),
    question: text('question'),
    declaration: text('declaration'),
    task: text('task'),
    hint: Number(text('hint')),
    response,
  });
  const event = parsed.success && answered && confirmed ? parsed.data : null;
  return { event, lesson: text('lesson'), question: text('question') };
}
