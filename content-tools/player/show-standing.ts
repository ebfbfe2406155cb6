import { mainEdition, practicalTasksOf, questionsOf } from '@kursdugnad/core/course/course-parts.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { standing, taskState, type Standing } from '@kursdugnad/core/runtime/standing.js';
import { confirmedLine } from '../render/live/declaration-parts.js';
import type { GuideData } from '../render/guide-data.js';
import { lessonState, lessonStateLine } from '../render/live/lesson-state.js';
import { resultBody } from '../render/live/result.js';
import { percent, type LiveWords } from '../render/live/live-words.js';
import { isTaskOpen, taskLine, taskVerdict } from '../render/live/task-parts.js';
import { showQuestion, showVerdict } from './show-question.js';

/** Draws where the learner stands. Only what has changed: a half-written answer beside it is left alone. */
export function standingOnPage(data: GuideData, words: LiveWords): (record: LearnerRecord) => void {
  const drawn = new Map<string, string>();
  const changed = (key: string, now: unknown) => {
    const text = JSON.stringify(now);
    if (drawn.get(key) === text) return false;
    drawn.set(key, text);
    return true;
  };
  const draw = (record: LearnerRecord, isThere: boolean) => {
    const now = standing(data.outline, record);
    for (const question of questionsOf(mainEdition(data.outline))) {
      const known = now.questions[question.id];
      const form = document.querySelector<HTMLFormElement>(`form[data-question="${question.id}"]`);
      if (known && changed(`question ${question.id}`, [now.attempt, known]) && form && !isThere)
        showQuestion(form, question, known, data.language);
    }
    for (const [id, at] of Object.entries(record.declared))
      if (changed(`declaration ${id}`, at) && !isThere) showDeclared(id, at, data);
    for (const { id } of practicalTasksOf(mainEdition(data.outline)))
      if (changed(`task ${id}`, taskLine(record, id, data.language)?.text) && !isThere) showTask(id, record, data);
    const result = resultHtml(data, now, words);
    if (changed('result', result) && !isThere) write('guide_result', result);
    if (!isThere) showProgress(data, record, now, words);
  };
  draw(data.record, true);
  return (record) => draw(record, false);
}

function showDeclared(id: string, at: string, data: GuideData): void {
  const form = document.querySelector<HTMLFormElement>(`form[data-declaration="${id}"]`);
  if (!form) return;
  form.querySelector<HTMLInputElement>('input[type="checkbox"]')!.checked = true;
  form.querySelector('fieldset')!.disabled = true;
  form.querySelector<HTMLElement>('.answer-row')!.hidden = true;
  showVerdict(form, 'right', confirmedLine(at, data.language).text);
}

function showTask(id: string, record: LearnerRecord, { language }: GuideData): void {
  const form = document.querySelector<HTMLFormElement>(`form[data-task="${id}"]`);
  if (!form) return;
  const state = taskState(record, id);
  form.querySelector<HTMLElement>('.answer-row')!.hidden = !isTaskOpen(state);
  showVerdict(form, taskVerdict(state), taskLine(record, id, language)?.text ?? '');
}

function showProgress(data: GuideData, record: LearnerRecord, now: Standing, words: LiveWords): void {
  const done = percent(now.progress);
  document.getElementById('guide_progress')?.setAttribute('value', String(done));
  write('guide_percent', words.done(done));
  for (const note of document.querySelectorAll<HTMLElement>('[data-completed]')) note.hidden = !now.completed;
  mainEdition(data.outline).lessons.forEach((lesson, index) => {
    const state = lessonState(lesson.id, index === 0, record, now);
    const line = document.querySelector<HTMLElement>(`[data-state-of="${lesson.id}"]`);
    if (!line) return;
    line.dataset.state = state.kind;
    line.innerHTML = lessonStateLine(state, words).text;
  });
}

function resultHtml(data: GuideData, now: Standing, words: LiveWords): string {
  const addresses = data.addresses[data.language] ?? {};
  const href = (place: string, anchor?: string) => (addresses[place] ?? '') + (anchor ? `#${anchor}` : '');
  const { outline, home, homeName, action } = data;
  return resultBody({ outline, standing: now, words, href, home, homeName, action, restartId: '' }).text;
}

/** `markup` is HTML of ours. */
function write(id: string, markup: string): void {
  const element = document.getElementById(id);
  if (element) element.innerHTML = markup;
}
