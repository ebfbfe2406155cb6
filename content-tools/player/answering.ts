import { mainEdition, questionsOf } from '@kursdugnad/core/course/course-parts.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import { responseFault } from '@kursdugnad/core/runtime/marking.js';
import { standing } from '@kursdugnad/core/runtime/standing.js';
import type { GuideData } from '../render/guide-data.js';
import { liveWordsIn } from '../render/live/live-words.js';
import { occurrence } from './learner.js';

/** What a form that was sent means: an event, a word to the learner instead, or nothing of ours. */
export type Sent = { event: LearnerEvent } | { fault: string } | null;

export function sentForm(form: HTMLFormElement, data: GuideData, record: LearnerRecord): Sent {
  const words = liveWordsIn(data.language);
  const { question, declaration, restart } = form.dataset;
  if (question !== undefined) return answer(question, new FormData(form), data, record);
  if (declaration !== undefined) {
    if (!new FormData(form).has('confirmed')) return { fault: words.tickFirst };
    return { event: { kind: 'declared', ...occurrence(record, Date.now()), declaration } };
  }
  return restart === undefined ? null : { event: { kind: 'restarted', ...occurrence(record, Date.now()) } };
}

function answer(id: string, fields: FormData, data: GuideData, record: LearnerRecord): Sent {
  const words = liveWordsIn(data.language);
  const question = questionsOf(mainEdition(data.outline)).find((one) => one.id === id);
  if (!question) return null;
  const response = fields.getAll('response').map(String);
  if (responseFault(question, response)) {
    return { fault: question.kind === 'fill-in' ? words.writeFirst : words.chooseFirst };
  }
  if (isTried(id, response, data, record)) return { fault: words.triedAlready };
  return { event: { kind: 'answered', ...occurrence(record, Date.now()), question: id, response } };
}

/** The wrong answer once more, by a second press of the button: it would only use up a try. */
function isTried(id: string, response: string[], data: GuideData, record: LearnerRecord): boolean {
  const last = standing(data.outline, record).questions[id]?.response;
  return last !== null && last !== undefined && [...last].sort().join() === [...response].sort().join();
}
