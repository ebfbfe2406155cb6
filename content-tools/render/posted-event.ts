import { learnerEventSchema, type LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';

/** A form of the guide's page as an event. The forms are `FormData` in the web app, `URLSearchParams` elsewhere. */
interface Fields {
  get(name: string): unknown;
  getAll(name: string): unknown[];
}

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
  const response = fields.getAll('response').map(String);
  const answered = text('kind') !== 'answered' || response.some((value) => value.trim() !== '');
  const confirmed = text('kind') !== 'declared' || fields.get('confirmed') !== null;
  const parsed = learnerEventSchema.safeParse({
    kind: text('kind'),
    id: text('id'),
    at,
    lesson: text('lesson'),
    question: text('question'),
    declaration: text('declaration'),
    response,
  });
  const event = parsed.success && answered && confirmed ? parsed.data : null;
  return { event, lesson: text('lesson'), question: text('question') };
}
