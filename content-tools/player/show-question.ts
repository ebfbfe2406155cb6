import type { Language } from '@kursdugnad/core/course/course.js';
import type { Question } from '@kursdugnad/core/course/question.js';
import type { QuestionStanding } from '@kursdugnad/core/runtime/standing.js';
import { liveWordsIn, numberIn, type LiveWords } from '../render/live/live-words.js';
import type { Html } from '../render/live/html.js';
import {
  answerButton,
  applies,
  markLine,
  rowMarkLine,
  triesLine,
  verdictLine,
  type When,
} from '../render/live/question-parts.js';
import { questionView, type ChoiceMark, type QuestionView } from '../render/live/question-view.js';
import { putInOrder } from './move-rows.js';
import { showScenes } from './show-scenes.js';

/** Brings a question's form to where the learner stands in it: the same as the server would have rendered. */
export function showQuestion(
  form: HTMLFormElement,
  question: Question,
  known: QuestionStanding,
  language: Language,
): void {
  const words = liveWordsIn(language);
  const view = questionView(question, known);
  one(form, 'fieldset').toggleAttribute('disabled', view.closed);
  if (question.kind === 'scenario') showScenes(form, view);
  else for (const choice of form.querySelectorAll<HTMLElement>('.choice')) showChoice(choice, view, words);
  showRows(form, view, words);
  const input = form.querySelector<HTMLInputElement>('.written input');
  if (input) input.value = question.kind === 'numeric' ? numberIn(language, view.written) : view.written;
  showVerdict(form, view.verdict ?? '', view.verdict ? verdictLine(question, view.verdict, words).text : '');
  for (const piece of form.querySelectorAll<HTMLElement>('.later')) {
    piece.hidden = !applies(piece.dataset.when as When, view);
  }
  showHints(form, known);
  one(form, '.answer-row').hidden = view.closed;
  one(form, '.answer-row button').textContent = answerButton(question, known.tries, words);
  one(form, '.tries').textContent = triesLine(known.tries, known.triesLeft, words);
}

function showChoice(choice: HTMLElement, view: QuestionView, words: LiveWords): void {
  const now = view.choices[choice.dataset.choice ?? ''];
  if (!now) return;
  (one(choice, 'input') as HTMLInputElement).checked = now.taken;
  showMark(choice, now.mark, now.mark && markLine(now.mark, words));
  const feedback = choice.querySelector<HTMLElement>('.feedback');
  if (feedback) feedback.hidden = !now.feedback;
}

/** What is put in order is moved to where it stands, and what is matched says with what. */
function showRows(form: HTMLElement, view: QuestionView, words: LiveWords): void {
  for (const { id, target, mark } of view.rows) {
    const row = one(form, `[data-item="${id}"]`);
    const list = row.closest<HTMLElement>('.order');
    if (list) list.append(row);
    else (one(row, 'select') as HTMLSelectElement).value = target && `${id}.${target}`;
    showMark(row, mark, mark && rowMarkLine(mark, words));
  }
  const list = form.querySelector<HTMLElement>('.order');
  if (list) putInOrder(list);
  for (const moved of form.querySelectorAll('[data-moved]')) moved.textContent = '';
}

function showMark(answer: HTMLElement, now: ChoiceMark | null, line: Html | null): void {
  answer.dataset.mark = now ?? '';
  const mark = one(answer, '.mark');
  mark.hidden = now === null;
  mark.innerHTML = line?.text ?? '';
}

/** The hints that cost something; the others unfold by themselves. */
function showHints(form: HTMLElement, { hints, settled }: QuestionStanding): void {
  for (const hint of form.querySelectorAll<HTMLElement>('[data-hint]')) {
    const isOpen = settled || hints.includes(Number(hint.dataset.hint));
    one(hint, '.hint-row').hidden = isOpen;
    one(hint, '.hint-text').hidden = !isOpen;
  }
}

/** `line` is HTML of ours. */
export function showVerdict(form: HTMLElement, kind: string, line: string): void {
  const verdict = one(form, '.verdict');
  verdict.dataset.verdict = kind;
  if (verdict.innerHTML !== line) verdict.innerHTML = line;
}

/**
 * Where the result is said: seen, heard, and the next place for the keyboard. What was answered comes into sight with what
 * was said about it, as far as the screen allows. In a scenario it is the place one has come to.
 */
export function focusVerdict(form: HTMLElement): void {
  const verdict = one(form, '.verdict');
  const scene = form.querySelector<HTMLElement>('[data-at] .scene-title');
  if (scene && verdict.dataset.verdict !== 'fault') {
    scene.scrollIntoView({ block: 'nearest' });
    return scene.focus({ preventScroll: true });
  }
  const choices = [...form.querySelectorAll<HTMLElement>('.choice')];
  const taken = choices.filter((choice) => choice.querySelector('input')?.checked);
  const said = taken.map((choice) => choice.querySelector('.choice-answer')?.id ?? '');
  verdict.setAttribute('aria-describedby', said.join(' ').trim());
  verdict.focus({ preventScroll: true });
  taken[0]?.scrollIntoView({ block: 'nearest' });
  const row = one(form, '.answer-row');
  (row.hidden ? verdict : row).scrollIntoView({ block: 'nearest' });
}

/** To the words of a hint that was just opened. */
export function focusHint(form: HTMLElement, number: string): void {
  one(form, `[data-hint="${number}"] .hint-text`).focus();
}

function one(parent: HTMLElement, selector: string): HTMLElement {
  const found = parent.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}
