import type { Language } from '@kursdugnad/core/course/course.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { taskState, type TaskState } from '@kursdugnad/core/runtime/standing.js';
import { html, type Html } from './html.js';
import { dateIn, liveWordsIn } from './live-words.js';

const signs = { requested: '◐', returned: '▲', approved: '✓' };

/** Where a practical task stands, with the day; nothing before it is asked for. */
export function taskLine(record: LearnerRecord, task: string, language: Language): Html | null {
  const state = taskState(record, task);
  if (state === 'open') return null;
  const at = (state === 'requested' ? record.requested?.[task] : record.signed?.[task]?.at) ?? '';
  return html`<span aria-hidden="true">${signs[state]}</span>
    ${liveWordsIn(language).task[state](dateIn(language, at))}`;
}

/** Whether the learner may ask for the sign-off now. */
export function isTaskOpen(state: TaskState): boolean {
  return state === 'open' || state === 'returned';
}

/** How the line is coloured. */
export function taskVerdict(state: TaskState): 'right' | 'wrong' | '' {
  return state === 'approved' ? 'right' : state === 'returned' ? 'wrong' : '';
}
