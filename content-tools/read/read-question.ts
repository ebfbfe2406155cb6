import type { Token, Tokens } from 'marked';
import type { SignedDraft } from './guide-draft.js';
import type { HeadingDraft, QuestionWord } from './heading-draft.js';
import { innerTokens, type PlacedToken } from './placed-tokens.js';
import { emptyQuestion, type ChoiceDraft, type QuestionDraft } from './question-draft.js';
import { calloutIn } from './read-callout.js';
import { isNumberedList, pairsIn, placedItems, readItem } from './read-items.js';
import { readScenario } from './read-scenario.js';

/** What stands under a heading that begins with `Spørsmål:` or another word that asks. */
export function readQuestion(heading: HeadingDraft, asks: QuestionWord, inside: readonly PlacedToken[]): QuestionDraft {
  const draft = emptyQuestion(heading, asks);
  if (asks === 'scenario') readScenario(draft, inside);
  else for (const placed of inside) if (!saysNothing(placed.token)) takeToken(draft, placed);
  return draft;
}

/** What stands under a heading that begins with `Erklæring:`, `Praktisk oppgave:` or `Refleksjon:`. */
export function readSigned(
  heading: HeadingDraft,
  kind: SignedDraft['kind'],
  inside: readonly PlacedToken[],
): SignedDraft {
  const draft: SignedDraft = {
    ...{ kind, heading, line: heading.line, column: heading.column },
    ...{ text: '', boxes: [], strays: [] },
  };
  for (const placed of inside) {
    const { token, line, column } = placed;
    if (saysNothing(token)) continue;
    else if (hasTickBox(token)) draft.boxes.push(...choicesIn(token as Tokens.List, placed));
    else if (draft.boxes.length === 0) draft.text = joined(draft.text, token.raw);
    else draft.strays.push({ line, column });
  }
  return draft;
}

function saysNothing({ type }: Token): boolean {
  return type === 'space' || type === 'def' || type === 'html';
}

function takeToken(draft: QuestionDraft, placed: PlacedToken): void {
  const { token, line, column } = placed;
  const quote = token.type === 'blockquote' && !calloutIn(token) ? (token as Tokens.Blockquote) : null;
  if (quote && /^hint:/iu.test(quote.text.trim())) draft.hints.push(quote.text.trim().slice(5).trim());
  else if (takeAnswers(draft, placed)) return;
  else if (!hasAnswers(draft)) draft.situation = joined(draft.situation, token.raw);
  else if (quote) takeQuote(draft, quote);
  else draft.strays.push({ line, column });
}

function hasAnswers({ choices, answerLine, items, pairs }: QuestionDraft): boolean {
  return choices.length + items.length + pairs.length > 0 || answerLine !== null;
}

/** Whether the token is answers of the kind that is asked for. */
function takeAnswers(draft: QuestionDraft, placed: PlacedToken): boolean {
  const { token, line, column } = placed;
  const { asks } = draft;
  if (asks === 'sequencing') {
    if (!isNumberedList(token) || draft.items.length > 0) return false;
    draft.items = placedItems(token as Tokens.List, placed).map(({ item, at }) => readItem(item, at));
    return true;
  }
  if (asks === 'matching') {
    if (token.type !== 'table' || draft.pairs.length > 0) return false;
    draft.pairs = pairsIn(token as Tokens.Table, placed);
    return true;
  }
  if (asks === 'question' && hasTickBox(token)) {
    if (draft.choices.length === 0) draft.choices = choicesIn(token as Tokens.List, placed);
    else draft.furtherLists.push({ line, column });
    return true;
  }
  const answer = draft.answerLine ? null : answerIn(token);
  if (answer) draft.answerLine = { ...answer, line, column };
  return answer !== null;
}

export function hasTickBox(token: Token): boolean {
  return token.type === 'list' && (token as Tokens.List).items.some((item) => item.task);
}

function takeQuote(draft: QuestionDraft, quote: Tokens.Blockquote): void {
  const text = quote.text.trim();
  const word = draft.choices.length > 0 ? undefined : /^(Riktig|Galt):/iu.exec(text)?.[1]?.toLowerCase();
  const rest = text.slice((word?.length ?? -1) + 1).trim();
  if (word === 'riktig') draft.whenRight = joined(draft.whenRight ?? '', rest);
  else if (word === 'galt') draft.whenWrong = joined(draft.whenWrong ?? '', rest);
  else draft.explanation = joined(draft.explanation, text);
}

/** What stands on a line that begins with `Svar:`, and what of it is in `code`; or null. */
function answerIn(token: Token): { text: string; accepted: string[] } | null {
  if (token.type !== 'paragraph' || !/^svar:/iu.test(token.raw.trimStart())) return null;
  const codes = innerTokens(token).filter((part) => part.type === 'codespan') as Tokens.Codespan[];
  const text = token.raw.trim().slice(5).replaceAll('`', '').trim();
  return { text, accepted: codes.map((code) => code.text.trim()).filter(Boolean) };
}

function choicesIn(list: Tokens.List, first: { line: number; column: number }): ChoiceDraft[] {
  return placedItems(list, first).map(({ item, at }) => readChoice(item, at));
}

function readChoice(item: Tokens.ListItem, at: { line: number; column: number }): ChoiceDraft {
  const { text: words, feedback, hasMore } = readItem(item, at);
  const lone = /^\[([ xX])\]$/u.exec(words);
  return {
    ...{ ...at, feedback, hasMore },
    // A box with nothing after it is no task to Markdown, but an empty answer to us.
    text: lone ? '' : words,
    ticked: lone ? lone[1] !== ' ' : item.task ? item.checked === true : null,
  };
}

function joined(before: string, raw: string): string {
  return [before, raw.trim()].filter(Boolean).join('\n\n');
}
