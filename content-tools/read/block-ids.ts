import { createHash } from 'node:crypto';
import type { GuideDraft } from './guide-draft.js';
import { partsOf, type GuidePart } from './guide-parts.js';
import { rememberedFor } from './remembered-for.js';
import { stableIds, unused } from './stable-ids.js';

/** The id of every part of a guide: the one written, or the one `kurs check --fix` writes. */
export type PartIds = ReadonlyMap<GuidePart, PartId>;

export interface PartId {
  id: string;
  /** Stands in the text. */
  isWritten: boolean;
  /** In a translation: the part of the main guide with the same id; null where it has none, and in the main guide. */
  source: GuidePart | null;
}

/**
 * Names in braces come first, then marks. A block without a mark has an id made of its words, so that it may be moved; in
 * a translation it has the id of the block that stands in the same place between two known ones.
 */
export const partIds: (guide: GuideDraft, main: GuideDraft | null) => PartIds = rememberedFor(idsOf);

function idsOf(guide: GuideDraft, main: GuideDraft | null): PartIds {
  const own = partsOf(guide);
  const models = main ? partsById(main) : new Map<string, GuidePart>();
  const ids = writtenIds(guide, main);
  const taken = new Set([...models.keys(), ...[...ids.values()].map(({ id }) => id)]);
  const numbers = new Map<string, number>();
  const places = main ? sourcesByPlace(own, ids, partsOf(main), partIds(main, null)) : new Map<GuidePart, string>();
  for (const part of own) {
    if (ids.has(part)) continue;
    const id = places.get(part) ?? unused(idFromWords(part), taken, numbers);
    taken.add(id);
    ids.set(part, { id, isWritten: false, source: null });
  }
  return new Map([...ids].map(([part, one]) => [part, { ...one, source: models.get(one.id) ?? null }]));
}

function partsById(main: GuideDraft): Map<string, GuidePart> {
  return new Map([...partIds(main, null)].map(([part, { id }]) => [id, part]));
}

/** A mark that somebody has copied along with its block counts where it stands first. */
function writtenIds(guide: GuideDraft, main: GuideDraft | null): Map<GuidePart, PartId> {
  const names = stableIds(guide, main);
  const written = new Map<GuidePart, PartId>();
  // Named parts of the main guide keep marks out of their way in every edition alike.
  const taken = new Set([...(main ? stableIds(main, null).values() : []), ...names.values()]);
  for (const part of partsOf(guide)) {
    const id = part.heading ? (names.get(part.heading) ?? '') : (part.mark?.id ?? '');
    if (!part.heading && (id === '' || taken.has(id))) continue;
    taken.add(id);
    written.set(part, { id, isWritten: part.heading ? part.heading.tail !== null : true, source: null });
  }
  return written;
}

/** Between two parts with the same ids in both guides, what is as many and of the same kinds belongs together. */
function sourcesByPlace(
  own: readonly GuidePart[],
  ids: ReadonlyMap<GuidePart, PartId>,
  models: readonly GuidePart[],
  modelIds: PartIds,
): Map<GuidePart, string> {
  const placeOf = new Map(models.map((part, index) => [modelIds.get(part)?.id, index]));
  const used = new Set([...ids.values()].map(({ id }) => id));
  const found = new Map<GuidePart, string>();
  let from = -1;
  let run: GuidePart[] = [];
  const match = (to: number) => {
    const there = models.slice(from + 1, Math.max(from + 1, to));
    const isSame = there.length === run.length && there.every((part, index) => part.kind === run[index]?.kind);
    const names = there.map((part) => modelIds.get(part)?.id ?? '');
    if (isSame && names.every((id) => !used.has(id)))
      for (const [index, part] of run.entries()) found.set(part, names[index] ?? '');
    run = [];
  };
  for (const part of own) {
    const place = placeOf.get(ids.get(part)?.id);
    if (!ids.has(part)) run.push(part);
    else if (place !== undefined) {
      match(place);
      from = place;
    }
  }
  match(models.length);
  return found;
}

/** Without vowels, so that no id is a word. */
const letters = 'bcdfghjkmnpqrstvwxz';
const signs = `${letters}23456789`;

function idFromWords({ kind, text }: GuidePart): string {
  const hash = createHash('sha256').update(`${kind}\n${text}`).digest();
  return [0, 1, 2, 3, 4]
    .map((at) => {
      const alphabet = at === 0 ? letters : signs;
      return alphabet[hash.readUInt16BE(2 * at) % alphabet.length] ?? '';
    })
    .join('');
}
