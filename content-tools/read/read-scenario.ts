import type { Token, Tokens } from 'marked';
import { innerTokens, type PlacedToken } from './placed-tokens.js';
import type { QuestionDraft, SituationDraft, StepDraft } from './question-draft.js';
import { readHeading } from './read-heading.js';
import { placedItems, readItem } from './read-items.js';
import { idFromTitle } from './stable-ids.js';

/** The id of the situation that a scenario begins with, which has no heading of its own. */
export const startId = 'start';

/** Fills in the situations of a `Valg`: each deeper heading begins one, and a list of links is what one may do there. */
export function readScenario(draft: QuestionDraft, inside: readonly PlacedToken[]): void {
  let now = situation(startId, draft);
  draft.situations.push(now);
  for (const { token, line, column } of inside) {
    if (['space', 'def', 'html'].includes(token.type)) continue;
    if (token.type === 'heading') {
      now = headed(token as Tokens.Heading, { line, column });
      draft.situations.push(now);
    } else if (isSteps(token) && now.steps.length === 0) now.steps = stepsIn(token as Tokens.List, { line, column });
    else if (now.steps.length === 0) now.text = [now.text, token.raw.trim()].filter(Boolean).join('\n\n');
    else now.strays.push({ line, column });
  }
}

function headed(token: Tokens.Heading, at: { line: number; column: number }): SituationDraft {
  const { title, tail } = readHeading(token, at);
  const isEnding = /^slutt:/iu.test(title);
  const name = isEnding ? title.slice(6).trim() : title;
  const attributes = tail?.attributes ?? new Map<string, string>();
  return {
    ...situation(tail?.id ?? idFromTitle(name), at),
    ...{ title: name, isEnding, points: attributes.get('poeng') ?? null },
    unknown: [...attributes.keys()].filter((key) => key !== 'poeng'),
  };
}

function situation(id: string, { line, column }: { line: number; column: number }): SituationDraft {
  return {
    ...{ id, title: '', isEnding: false, points: null, unknown: [] },
    ...{ text: '', steps: [], strays: [], line, column },
  };
}

/** A list where something leads to another situation is what one may do. */
function isSteps(token: Token): boolean {
  return token.type === 'list' && (token as Tokens.List).items.some((item) => linkIn(item)?.href.startsWith('#'));
}

function stepsIn(list: Tokens.List, first: { line: number; column: number }): StepDraft[] {
  return placedItems(list, first).map(({ item, at }) => {
    const { text, feedback } = readItem(item, at);
    const link = linkIn(item);
    const isAll = link !== null && link.raw === text && link.href.startsWith('#');
    return { ...at, feedback, text: isAll ? link.text.trim() : text, to: isAll ? link.href.slice(1) : null };
  });
}

function linkIn(item: Tokens.ListItem): Tokens.Link | null {
  const text = item.tokens.find(({ type }) => type === 'text' || type === 'paragraph');
  const link = text && innerTokens(text).find(({ type }) => type === 'link');
  return (link as Tokens.Link | undefined) ?? null;
}
