import type { Question } from '@kursdugnad/core/course/course.js';
import type { QuestionStanding } from '@kursdugnad/core/runtime/standing.js';
import { applies, markLine, triesLine, verdictLine, type When } from '../render/live/question-parts.js';
import { questionView, type QuestionView } from '../render/live/question-view.js';
import type { LiveWords } from '../render/live/live-words.js';

/** Brings a question's form to where the learner stands in it: the same as the server would have rendered. */
export function showQuestion(
  form: HTMLFormElement,
  question: Question,
  known: QuestionStanding,
  words: LiveWords,
): void {
  const view = questionView(question, known);
  one(form, 'fieldset').toggleAttribute('disabled', view.closed);
  for (const choice of form.querySelectorAll<HTMLElement>('.choice')) showChoice(choice, view, words);
  const input = form.querySelector<HTMLInputElement>('.written input');
  if (input) input.value = view.written;
  showVerdict(form, view.verdict ?? '', view.verdict ? verdictLine(view.verdict, words).text : '');
  for (const piece of form.querySelectorAll<HTMLElement>('.later')) {
    piece.hidden = !applies(piece.dataset.when as When, view);
  }
  one(form, '.answer-row').hidden = view.closed;
  one(form, 'button').textContent = known.tries === 0 ? words.answer : words.answerAgain;
  one(form, '.tries').textContent = triesLine(known.tries, known.triesLeft, words);
}

function showChoice(choice: HTMLElement, view: QuestionView, words: LiveWords): void {
  const now = view.choices[choice.dataset.choice ?? ''];
  if (!now) return;
  (one(choice, 'input') as HTMLInputElement).checked = now.taken;
  choice.dataset.mark = now.mark ?? '';
  const mark = one(choice, '.mark');
  mark.hidden = now.mark === null;
  mark.innerHTML = now.mark ? markLine(now.mark, words).text : '';
  const feedback = choice.querySelector<HTMLElement>('.feedback');
  if (feedback) feedback.hidden = !now.feedback;
}

/** `line` is HTML of ours. */
export function showVerdict(form: HTMLElement, kind: string, line: string): void {
  const verdict = one(form, '.verdict');
  verdict.dataset.verdict = kind;
  if (verdict.innerHTML !== line) verdict.innerHTML = line;
}

/**
 * Where the result is said: seen, heard, and the next place for the keyboard. What was answered comes into sight with what
 * was said about it, as far as the screen allows.
 */
export function focusVerdict(form: HTMLElement): void {
  const verdict = one(form, '.verdict');
  const choices = [...form.querySelectorAll<HTMLElement>('.choice')];
  const taken = choices.filter((choice) => choice.querySelector('input')?.checked);
  const said = taken.map((choice) => choice.querySelector('.choice-answer')?.id ?? '');
  verdict.setAttribute('aria-describedby', said.join(' ').trim());
  verdict.focus({ preventScroll: true });
  taken[0]?.scrollIntoView({ block: 'nearest' });
  const row = one(form, '.answer-row');
  (row.hidden ? verdict : row).scrollIntoView({ block: 'nearest' });
}

function one(parent: HTMLElement, selector: string): HTMLElement {
  const found = parent.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}
