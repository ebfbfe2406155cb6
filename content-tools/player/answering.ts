import { mainEdition, questionsOf } from '@kursdugnad/core/course/course-parts.js';
import type { Question } from '@kursdugnad/core/course/question.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import type { LearnerEvent, LearnerResponse } from '@kursdugnad/core/runtime/learner-event.js';
import { isSameResponse, keptResponse, responseFault } from '@kursdugnad/core/runtime/response.js';
import { standing } from '@kursdugnad/core/runtime/standing.js';
import type { GuideData } from '../render/guide-data.js';
import { formResponse } from '../render/live/form-response.js';
import { liveWordsIn } from '../render/live/live-words.js';
import { occurrence } from './learner.js';

/** What a form that was sent means: an event, a word to the learner instead, or nothing of ours. */
export type Sent = { event: LearnerEvent } | { fault: string } | null;

/** `button` is the one that was pressed, where it was not by the Enter key. */
export function sentForm(
  form: HTMLFormElement,
  button: HTMLElement | null,
  data: GuideData,
  record: LearnerRecord,
): Sent {
  const now = () => occurrence(record, Date.now());
  const { question, declaration, task, restart } = form.dataset;
  if (question !== undefined) {
    if (button instanceof HTMLButtonElement && button.name === 'hint')
      return { event: { kind: 'hinted', ...now(), question, hint: Number(button.value) } };
    return answer(question, new FormData(form), data, record);
  }
  if (declaration !== undefined) {
    if (!new FormData(form).has('confirmed')) return { fault: liveWordsIn(data.language).tickFirst };
    return { event: { kind: 'declared', ...now(), declaration } };
  }
  if (task !== undefined) return { event: { kind: 'requested', ...now(), task } };
  return restart === undefined ? null : { event: { kind: 'restarted', ...now() } };
}

function answer(id: string, fields: FormData, data: GuideData, record: LearnerRecord): Sent {
  const words = liveWordsIn(data.language);
  const question = questionsOf(mainEdition(data.outline)).find((one) => one.id === id);
  if (!question) return null;
  const response = keptResponse(question, formResponse(fields));
  if (responseFault(question, response) || saysNothingNew(question, response, data, record))
    return { fault: words.answerFirst[question.kind] };
  if (isTried(question, response, data, record)) return { fault: words.triedAlready };
  return { event: { kind: 'answered', ...occurrence(record, Date.now()), question: id, response } };
}

/** In a scenario the way so far is sent along: without a new step it is no answer. */
function saysNothingNew(
  question: Question,
  response: LearnerResponse,
  data: GuideData,
  record: LearnerRecord,
): boolean {
  if (question.kind !== 'scenario') return false;
  const walk = standing(data.outline, record).questions[question.id]?.walk;
  return walk !== null && walk !== undefined && isSameResponse(question, walk, response);
}

/** The wrong answer once more, by a second press of the button: it would only use up a try. */
function isTried(question: Question, response: LearnerResponse, data: GuideData, record: LearnerRecord): boolean {
  const last = standing(data.outline, record).questions[question.id]?.response ?? null;
  return last !== null && isSameResponse(question, last, response);
}
