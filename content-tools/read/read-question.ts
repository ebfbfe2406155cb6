import type { Token, Tokens } from 'marked';
import type { ChoiceDraft, DeclarationDraft, HeadingDraft, QuestionDraft } from './guide-draft.js';
import { innerTokens, type PlacedToken } from './placed-tokens.js';
import { calloutIn } from './read-callout.js';

/** What stands under a heading that begins with `Spørsmål:`. */
export function readQuestion(heading: HeadingDraft, inside: readonly PlacedToken[]): QuestionDraft {
  const draft: QuestionDraft = {
    ...{ kind: 'question', heading, line: heading.line, column: heading.column },
    ...{ situation: '', choices: [], furtherLists: [], answerLine: null },
    ...{ whenRight: null, whenWrong: null, explanation: '', strays: [] },
  };
  for (const placed of inside) {
    const { token, line, column } = placed;
    const accepted = acceptedIn(token);
    if (token.type === 'space' || token.type === 'def' || token.type === 'html') continue;
    else if (hasTickBox(token) && draft.choices.length === 0) draft.choices = choicesIn(token as Tokens.List, placed);
    else if (hasTickBox(token)) draft.furtherLists.push({ line, column });
    else if (accepted && !draft.answerLine) draft.answerLine = { accepted, line, column };
    else if (draft.choices.length === 0 && !draft.answerLine) draft.situation = joined(draft.situation, token.raw);
    else if (token.type === 'blockquote' && !calloutIn(token)) takeQuote(draft, token as Tokens.Blockquote);
    else draft.strays.push({ line, column });
  }
  return draft;
}

/** What stands under a heading that begins with `Erklæring:`. */
export function readDeclaration(heading: HeadingDraft, inside: readonly PlacedToken[]): DeclarationDraft {
  const draft: DeclarationDraft = {
    ...{ kind: 'declaration', heading, line: heading.line, column: heading.column },
    ...{ text: '', boxes: [], strays: [] },
  };
  for (const placed of inside) {
    const { token, line, column } = placed;
    if (token.type === 'space' || token.type === 'def' || token.type === 'html') continue;
    else if (hasTickBox(token)) draft.boxes.push(...choicesIn(token as Tokens.List, placed));
    else if (draft.boxes.length === 0) draft.text = joined(draft.text, token.raw);
    else draft.strays.push({ line, column });
  }
  return draft;
}

export function hasTickBox(token: Token): boolean {
  return token.type === 'list' && (token as Tokens.List).items.some((item) => item.task);
}

function takeQuote(draft: QuestionDraft, quote: Tokens.Blockquote): void {
  const text = quote.text.trim();
  const word = draft.answerLine ? /^(Riktig|Galt):/iu.exec(text)?.[1]?.toLowerCase() : undefined;
  const rest = text.slice((word?.length ?? -1) + 1).trim();
  if (word === 'riktig') draft.whenRight = joined(draft.whenRight ?? '', rest);
  else if (word === 'galt') draft.whenWrong = joined(draft.whenWrong ?? '', rest);
  else draft.explanation = joined(draft.explanation, text);
}

/** What stands in `code` on a line that begins with `Svar:`, or null. */
function acceptedIn(token: Token): string[] | null {
  if (token.type !== 'paragraph' || !/^svar:/iu.test(token.raw.trimStart())) return null;
  const codes = innerTokens(token).filter((part) => part.type === 'codespan') as Tokens.Codespan[];
  return codes.map((code) => code.text.trim()).filter(Boolean);
}

function choicesIn(list: Tokens.List, at: { line: number; column: number }): ChoiceDraft[] {
  let line = at.line;
  return list.items.map((item) => {
    const choice = readChoice(item, { line, column: at.column });
    line += item.raw.split('\n').length - 1;
    return choice;
  });
}

function readChoice(item: Tokens.ListItem, at: { line: number; column: number }): ChoiceDraft {
  const parts = item.tokens.filter((token) => token.type !== 'space' && token.type !== 'checkbox');
  const isText = (token: Token) => token.type === 'text' || token.type === 'paragraph';
  const [text] = parts.filter(isText);
  const quotes = parts.filter((token) => token.type === 'blockquote') as Tokens.Blockquote[];
  const words = text ? inlineOf(text) : '';
  const lone = /^\[([ xX])\]$/u.exec(words);
  return {
    ...at,
    // A box with nothing after it is no task to Markdown, but an empty answer to us.
    text: lone ? '' : words,
    ticked: lone ? lone[1] !== ' ' : item.task ? item.checked === true : null,
    feedback: quotes.length > 0 ? quotes.map((quote) => quote.text.trim()).join('\n\n') : null,
    hasMore: parts.length > quotes.length + (text ? 1 : 0),
  };
}

function inlineOf(token: Token): string {
  const inner = innerTokens(token);
  const parts = inner.length > 0 ? inner : [token];
  return parts
    .filter((part) => part.type !== 'checkbox')
    .map((part) => part.raw)
    .join('')
    .trim();
}

function joined(before: string, raw: string): string {
  return [before, raw.trim()].filter(Boolean).join('\n\n');
}
