import { createHash } from 'node:crypto';
import {
  calloutTones,
  courseSchema,
  type Block,
  type Course,
  type Edition,
  type Language,
  type MediaFile,
  type Question,
} from '@kursdugnad/core/course/course.js';
import type { CourseFiles } from './course-files.js';
import { acceptedInAllLanguages } from './fill-in-answers.js';
import type { BlockDraft, ChoiceDraft, GuideDraft, HeadingDraft, QuestionDraft } from './guide-draft.js';
import { mediaKind } from './media-kinds.js';
import { besideFilm, languagesBesideFilm, localPath } from './media-uses.js';
import type { Reading } from './reading.js';
import { sourceText } from './source-text.js';
import { stableIds, unused, type StableIds } from './stable-ids.js';

/** The course of a reading without errors; null where the schema will not have it all the same. */
export function buildCourse({ slug, files, guides, main }: Reading): Course | null {
  const values = main?.frontMatter.values;
  if (!main || !values) return null;
  const course = {
    slug,
    minutes: values.minutes,
    licence: values.licence,
    publisher: values.publisher,
    topics: values.topics,
    ...(values.pass === undefined ? {} : { passMark: values.pass / 100 }),
    ...(values.valid === undefined ? {} : { validMonths: values.valid }),
    editions: acceptedInAllLanguages(
      [main, ...guides.filter((guide) => guide !== main)].map((guide) => editionOf(guide, main, files)),
    ),
    media: mediaIn(files),
  };
  return courseSchema.safeParse(course).data ?? null;
}

function editionOf(guide: GuideDraft, main: GuideDraft, files: CourseFiles): Edition {
  const { title = '', summary = '', sources } = guide.frontMatter.values;
  const maker: BlockMaker = {
    files,
    language: guide.language ?? 'nb',
    ids: stableIds(guide, main),
    // Named parts of the main guide keep generated ids out of their way in every edition alike.
    taken: new Set([...stableIds(main, null).values(), ...stableIds(guide, main).values()]),
  };
  return {
    language: maker.language,
    title,
    summary,
    sources: sources ?? main.frontMatter.values.sources ?? [],
    introduction: blocksOf(guide.introduction.blocks, 'innledning', maker),
    lessons: guide.lessons.map((lesson) => {
      const id = maker.ids.get(lesson.heading) ?? '';
      return { id, title: lesson.heading.title, blocks: blocksOf(lesson.blocks, id, maker) };
    }),
  };
}

interface BlockMaker {
  files: CourseFiles;
  language: Language;
  ids: StableIds;
  taken: Set<string>;
}

/** Blocks without a name of their own are numbered by their place in the lesson: `alarmen-1`, `alarmen-2` … */
function blocksOf(drafts: readonly BlockDraft[], lesson: string, maker: BlockMaker): Block[] {
  let number = 0;
  return drafts.map((draft) => {
    if (draft.kind === 'question') return questionBlock(draft, maker.ids);
    if (draft.kind === 'declaration') {
      const id = maker.ids.get(draft.heading) ?? '';
      const confirm = draft.boxes[0]?.text ?? '';
      return { kind: 'declaration', id, declaration: { id, title: draft.heading.title, text: draft.text, confirm } };
    }
    number += 1;
    const id = unused(`${lesson.slice(0, 50).replace(/-+$/u, '')}-${number}`, maker.taken);
    maker.taken.add(id);
    return plainBlock(draft, id, maker);
  });
}

type PlainDraft = Exclude<BlockDraft, { kind: 'question' | 'declaration' }>;

function plainBlock(draft: PlainDraft, id: string, { files, language }: BlockMaker): Block {
  if (draft.kind === 'text') return { kind: 'text', id, markdown: draft.markdown };
  if (draft.kind === 'callout') {
    const tone = calloutTones.find((known) => known === draft.word.toLowerCase()) ?? 'husk';
    return { kind: 'callout', id, tone, markdown: draft.markdown };
  }
  const src = localPath(draft.src) ?? draft.src;
  const shared = { id, src, alt: draft.alt.trim(), ...(draft.caption ? { caption: draft.caption } : {}) };
  if (mediaKind(src)?.use !== 'video') return { kind: 'figure', ...shared };
  const captions = languagesBesideFilm(src, 'vtt', files).map((spoken) => ({
    language: spoken,
    src: besideFilm(src, spoken, 'vtt'),
  }));
  const transcript = transcriptOf(src, language, files);
  return { kind: 'video', ...shared, captions, ...(transcript ? { transcript } : {}) };
}

/** The film in words: in the edition's language where it is there, otherwise in the first that is. */
function transcriptOf(film: string, language: Language, files: CourseFiles): string | null {
  const written = languagesBesideFilm(film, 'txt', files);
  const chosen = written.find((one) => one === language) ?? written[0];
  const bytes = chosen && files.get(besideFilm(film, chosen, 'txt'));
  const source = bytes ? sourceText(bytes) : null;
  return source && 'text' in source ? source.text.trim() : null;
}

function questionBlock(draft: QuestionDraft, ids: ReadonlyMap<HeadingDraft, string>): Block {
  const id = ids.get(draft.heading) ?? '';
  const attributes = draft.heading.tail?.attributes;
  const shared = {
    id,
    prompt: draft.heading.title,
    ...(draft.situation ? { situation: draft.situation } : {}),
    ...(draft.explanation ? { explanation: draft.explanation } : {}),
    points: Number(attributes?.get('poeng') ?? 1),
    tries: Number(attributes?.get('forsok') ?? 2),
  };
  return { kind: 'question', id, question: { ...shared, ...answersOf(draft) } as Question };
}

function answersOf(draft: QuestionDraft): object {
  if (draft.answerLine) {
    const { whenRight, whenWrong, answerLine } = draft;
    const reactions = { ...(whenRight ? { whenRight } : {}), ...(whenWrong ? { whenWrong } : {}) };
    return { kind: 'fill-in', accepted: answerLine.accepted, ...reactions };
  }
  const isSingle = draft.choices.filter((choice) => choice.ticked).length === 1;
  return { kind: isSingle ? 'single' : 'multiple', choices: draft.choices.map(choiceOf) };
}

function choiceOf(choice: ChoiceDraft, index: number) {
  const id = String.fromCharCode('a'.charCodeAt(0) + index);
  const feedback = choice.feedback ? { feedback: choice.feedback } : {};
  return { id, text: choice.text, correct: choice.ticked === true, ...feedback };
}

function mediaIn(files: CourseFiles): MediaFile[] {
  return [...files]
    .filter(([path]) => path.startsWith('media/'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => ({
      path,
      hash: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      type: mediaKind(path)?.type ?? 'application/octet-stream',
    }));
}
