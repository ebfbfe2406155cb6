import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import type { Standing } from '@kursdugnad/core/runtime/standing.js';
import { html, type Html } from './html.js';
import type { LiveWords } from './live-words.js';

export interface LessonState {
  kind: 'done' | 'begun' | 'new';
  /** Questions, declarations and practical tasks not yet done. */
  left: number;
}

/** The introduction's questions belong to the first lesson, where they are shown. */
export function lessonState(lesson: string, isFirst: boolean, record: LearnerRecord, standing: Standing): LessonState {
  const left = standing.missing.filter(
    (missing) =>
      (missing.kind === 'question' || missing.kind === 'declaration' || missing.kind === 'task') &&
      (missing.lesson === lesson || (isFirst && missing.lesson === null)),
  ).length;
  if (!(lesson in record.opened)) return { kind: 'new', left };
  return { kind: left === 0 ? 'done' : 'begun', left };
}

const signs = { done: '●', begun: '◐', new: '○' };

export function lessonStateLine(state: LessonState, words: LiveWords): Html {
  const text = { done: words.lessonDone, begun: words.lessonLeft(state.left), new: words.lessonNew }[state.kind];
  return html`<span aria-hidden="true">${signs[state.kind]}</span> ${text}`;
}
