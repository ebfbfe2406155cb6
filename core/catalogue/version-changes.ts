import { z } from 'zod';
import type { Block, Course, Edition, Lesson } from '../course/course.js';
import { blocksOf, editionIn, mainEdition } from '../course/course-parts.js';
import { isReworded } from '../course/likeness.js';
import { questionChange } from '../course/question-change.js';
import { stableIdSchema } from '../course/stable-id.js';

/**
 * Why a part is not what it was. Of questions see `QuestionWhy`. translation: only the words of another language. media:
 * another picture, film or file. new, gone: it came or went. pass-mark, draw: what it takes to be done. text: what is
 * confirmed or done says something else.
 */
export const changeReasons = [
  ...([
    'words',
    'translation',
    'order',
    'media',
    'new',
    'gone',
    'more-languages',
    'fewer-languages',
    'pass-mark',
    'draw',
    'text',
  ] as const),
  ...(['kind', 'key', 'alternatives', 'wider', 'rewritten', 'price'] as const),
] as const;
export type ChangeReason = (typeof changeReasons)[number];

export const partKinds = ['guide', 'lesson', 'block', 'question', 'declaration', 'task', 'reflection'] as const;

/** A part of a guide that is not what it was. What is the same has no change. */
export const versionChangeSchema = z.object({
  /** The part's own; `guide` for the guide itself, which no part is called. */
  id: z.string(),
  part: z.enum(partKinds),
  /** cosmetic: nobody need care. added, removed. changed: what somebody did may not mean what it did. */
  kind: z.enum(['cosmetic', 'added', 'removed', 'changed']),
  why: z.enum(changeReasons),
  /** What it is called, or how it begins; Markdown taken away. */
  title: z.string(),
  /** The machine's proposal for those who have done it. nothing: there is nothing to do again. */
  proposal: z.enum(['nothing', 'keep', 'redo']),
});
export type VersionChange = z.infer<typeof versionChangeSchema>;

/** What is to be done again: `all` by everybody, also by those who have finished; or these parts by those on the way. */
export const redoSchema = z.union([z.literal('all'), z.array(stableIdSchema).max(1000)]);
export type Redo = z.infer<typeof redoSchema>;

/** What is not the same in two versions: the guide first, then what is there now in reading order, then what has gone. */
export function changesBetween(before: Course, after: Course): VersionChange[] {
  const main = mainEdition(before).language;
  const others = after.editions.map(({ language }) => language).filter((language) => language !== main);
  const both = others.filter((language) => before.editions.some((edition) => edition.language === language));
  const parts = (course: Course) => partsOf(editionIn(course, main), filesIn(course));
  const [was, now] = [parts(before), parts(after)];
  const gone = [...was].flatMap(([key, part]) => (now.has(key) ? [] : [part]));
  const changes = [...now].flatMap(([key, part]) => {
    const old = was.get(key);
    if (old) return partChange(old, part) ?? [];
    return takenFrom(gone, part)
      ? [named(part, 'cosmetic', 'words', 'keep')]
      : [named(part, 'added', 'new', 'nothing')];
  });
  const known = new Set(changes.map(keyOf));
  const translated = both.flatMap((language) => {
    const [old, fresh] = [editionIn(before, language), editionIn(after, language)];
    const oldParts = partsOf(old, filesIn(before));
    return [...partsOf(fresh, filesIn(after))].flatMap(([key, part]) => {
      const one = oldParts.get(key);
      if (!one || known.has(key) || one.said === part.said) return [];
      known.add(key);
      return [named(part, 'cosmetic', 'translation', 'keep')];
    });
  });
  const removed = gone.map((part) => named(part, 'removed', 'gone', 'nothing'));
  return [...guideChanges(before, after), ...changes, ...translated, ...removed];
}

/** Text without an id of its own has one made of its words: in other words it is the same text still. */
function takenFrom(gone: Part[], part: Part): boolean {
  const at =
    part.kind === 'block' ? gone.findIndex((one) => one.kind === 'block' && isReworded(one.title, part.title)) : -1;
  return at >= 0 && gone.splice(at, 1).length > 0;
}

/** What the machine would have done again: the guide when more than half of what is answered and signed would be. */
export function proposedRedo(before: Course, changes: readonly VersionChange[]): Redo {
  const redo = changes.filter(({ proposal }) => proposal === 'redo').map(({ id }) => id);
  const counted = blocksOf(mainEdition(before)).filter(({ kind }) => kind === 'question' || kind === 'declaration');
  return redo.length > 1 && redo.length * 2 > counted.length ? 'all' : redo;
}

/** Those of the ids that nothing done can be done again under: not in both versions, or only read. */
export function unknownRedo(before: Course, after: Course, redo: Redo): string[] {
  if (redo === 'all') return [];
  const ids = (course: Course) => {
    const edition = mainEdition(course);
    const done = blocksOf(edition).filter(({ kind }) => ['question', 'declaration', 'practical'].includes(kind));
    return new Set([...edition.lessons, ...done].map(({ id }) => id));
  };
  const [was, now] = [ids(before), ids(after)];
  return redo.filter((id) => !was.has(id) || !now.has(id));
}

/** A lesson or a block, with all that is said in it. */
interface Part {
  id: string;
  kind: VersionChange['part'];
  title: string;
  said: string;
  block: Block | null;
  lesson: Lesson | null;
  files: string;
}

type Files = ReadonlyMap<string, string>;

const filesIn = ({ media }: Course): Files => new Map(media.map(({ path, hash }) => [path, hash]));
const keyOf = ({ part, id }: Pick<VersionChange, 'part' | 'id'>) => `${part} ${id}`;

function partsOf(edition: Edition, files: Files): Map<string, Part> {
  const blocks = (all: Block[]) => all.map((block) => blockPart(block, files));
  const all = [
    ...blocks(edition.introduction),
    ...edition.lessons.flatMap((lesson) => [lessonPart(lesson), ...blocks(lesson.blocks)]),
  ];
  return new Map(all.map((part) => [keyOf({ part: part.kind, id: part.id }), part]));
}

function lessonPart(lesson: Lesson): Part {
  const { id, title, draw } = lesson;
  const said = JSON.stringify([title, draw, lesson.blocks.map((block) => block.id)]);
  return { id, kind: 'lesson', title, said, block: null, lesson, files: '' };
}

function blockPart(block: Block, files: Files): Part {
  const said = JSON.stringify(block);
  const own = 'src' in block ? (files.get(block.src) ?? '') : '';
  return { id: block.id, kind: partKind(block), title: titleOf(block), said, block, lesson: null, files: own };
}

function partKind({ kind }: Block): Part['kind'] {
  switch (kind) {
    case 'question':
    case 'declaration':
    case 'reflection':
      return kind;
    case 'practical':
      return 'task';
    default:
      return 'block';
  }
}

function titleOf(block: Block): string {
  switch (block.kind) {
    case 'question':
      return plain(block.question.prompt);
    case 'declaration':
      return plain(block.declaration.title);
    case 'practical':
      return plain(block.task.title);
    case 'reflection':
      return plain(block.reflection.prompt);
    case 'figure':
    case 'video':
    case 'audio':
      return plain(block.caption ?? block.alt);
    default:
      return plain('title' in block ? block.title : block.markdown);
  }
}

const longest = 80;

function plain(markdown: string): string {
  const text = markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[*_`#>|]+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
}

type Said = Pick<VersionChange, 'kind' | 'why' | 'proposal'>;

function named(part: Part, kind: Said['kind'], why: ChangeReason, proposal: Said['proposal']): VersionChange {
  return { id: part.id, part: part.kind, kind, why, title: part.title, proposal };
}

function partChange(before: Part, after: Part): VersionChange | null {
  const said = whatChanged(before, after);
  return said && named(after, said.kind, said.why, said.proposal);
}

function whatChanged(before: Part, after: Part): Said | null {
  if (before.block && after.block) return blockChange(before.block, after.block, before.files !== after.files);
  if (before.lesson && after.lesson) return lessonChange(before.lesson, after.lesson);
  return null;
}

const cosmetic = (why: ChangeReason): Said => ({ kind: 'cosmetic', why, proposal: 'keep' });

/** Another kind of reading is the same thing shown otherwise. */
function blockChange(before: Block, after: Block, isOtherFile: boolean): Said | null {
  if (before.kind === 'question' && after.kind === 'question') {
    const { kind, why, proposal } = questionChange(before.question, after.question);
    return kind === 'same' || why === null ? null : { kind, why, proposal };
  }
  if (before.kind === 'declaration' && after.kind === 'declaration') {
    const [was, now] = [before.declaration, after.declaration];
    // What somebody has put a name to is not to become something else behind their back.
    if (letters(was.text + was.confirm) !== letters(now.text + now.confirm))
      return { kind: 'changed', why: 'text', proposal: 'redo' };
  }
  if (before.kind === 'practical' && after.kind === 'practical' && !isReworded(before.task.text, after.task.text))
    return { kind: 'changed', why: 'text', proposal: 'keep' };
  if (isOtherFile || ('src' in before && 'src' in after && before.src !== after.src)) return cosmetic('media');
  return JSON.stringify(before) === JSON.stringify(after) ? null : cosmetic('words');
}

function letters(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function lessonChange(before: Lesson, after: Lesson): Said | null {
  if (before.draw !== after.draw) return { kind: 'changed', why: 'draw', proposal: 'keep' };
  if (before.title !== after.title) return cosmetic('words');
  const common = ({ blocks }: Lesson, other: Lesson) =>
    blocks.map(({ id }) => id).filter((id) => other.blocks.some((block) => block.id === id));
  return common(before, after).join() === common(after, before).join() ? null : cosmetic('order');
}

function guideChanges(before: Course, after: Course): VersionChange[] {
  const { title } = mainEdition(after);
  const guide = (said: Said): VersionChange => ({ id: 'guide', part: 'guide', title, ...said });
  const [was, now] = [before, after].map(({ editions }) => editions.map(({ language }) => language));
  const came = now?.filter((language) => !was?.includes(language)) ?? [];
  const went = was?.filter((language) => !now?.includes(language)) ?? [];
  const [old, fresh] = [mainEdition(before), mainEdition(after)];
  const isSaidOtherwise = old.title !== fresh.title || old.summary !== fresh.summary;
  return [
    ...(before.passMark === after.passMark ? [] : [guide({ kind: 'changed', why: 'pass-mark', proposal: 'keep' })]),
    ...came.map(() => guide({ kind: 'added', why: 'more-languages', proposal: 'nothing' })),
    ...went.map(() => guide({ kind: 'removed', why: 'fewer-languages', proposal: 'nothing' })),
    ...(isSaidOtherwise && old.language === fresh.language ? [guide(cosmetic('words'))] : []),
  ];
}
