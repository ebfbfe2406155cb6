import { stableIdSchema } from '@kursdugnad/core/course/course.js';
import { namedHeadings, type GuideDraft, type HeadingDraft } from './guide-draft.js';
import { rememberedFor } from './remembered-for.js';

/** Addresses that a guide's page uses itself: `render/live` shows the result under this one. */
export const reservedIds: ReadonlySet<string> = new Set(['resultat']);

/** The id of every lesson, question and declaration of a guide: the one written, or the one `kurs check --fix` writes. */
export type StableIds = ReadonlyMap<HeadingDraft, string>;

/**
 * A translation takes missing ids from the main guide where both have the same parts in the same order; otherwise, and in
 * the main guide, they come from the title.
 */
export const stableIds: (guide: GuideDraft, main: GuideDraft | null) => StableIds = rememberedFor(idsOf);

function idsOf(guide: GuideDraft, main: GuideDraft | null): StableIds {
  const own = namedHeadings(guide);
  const given = new Set([...reservedIds, ...own.flatMap(({ heading }) => heading.tail?.id ?? [])]);
  const models = main ? idsByPosition(main, own) : [];
  const numbers = new Map<string, number>();
  const ids = new Map<HeadingDraft, string>();
  for (const [index, { heading }] of own.entries()) {
    const id = heading.tail?.id ?? unused(models[index] ?? idFromTitle(heading.title), given, numbers);
    given.add(id);
    ids.set(heading, id);
  }
  return ids;
}

function idsByPosition(main: GuideDraft, own: ReturnType<typeof namedHeadings>): string[] {
  const parts = namedHeadings(main);
  const isSame = parts.length === own.length && parts.every((part, index) => part.kind === own[index]?.kind);
  if (!isSame) return [];
  const ids = stableIds(main, null);
  return parts.map(({ heading }) => ids.get(heading) ?? '');
}

/** `Når alarmen går` → `nar-alarmen-gar`; at most 40 characters, cut between words where that can be. */
export function idFromTitle(title: string): string {
  const plain = title
    .slice(0, 300)
    .toLocaleLowerCase('nb')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
  const words = plain.split(/[^a-z0-9]+/u).filter(Boolean);
  let id = '';
  for (const word of words) {
    if (id && id.length + 1 + word.length > 40) break;
    id = id ? `${id}-${word}` : word.slice(0, 40);
  }
  return id || 'del';
}

export function isStableId(id: string): boolean {
  return stableIdSchema.safeParse(id).success;
}

/** The id itself, or with the first number that makes it one that is not taken. */
export function unused(wanted: string, taken: ReadonlySet<string>, numbers = new Map<string, number>()): string {
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.slice(0, 54);
  let number = numbers.get(stem) ?? 2;
  while (taken.has(`${stem}-${number}`)) number += 1;
  numbers.set(stem, number + 1);
  return `${stem}-${number}`;
}
