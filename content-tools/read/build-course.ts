import { createHash } from 'node:crypto';
import {
  courseSchema,
  type Block,
  type Course,
  type Edition,
  type Language,
  type MediaFile,
} from '@kursdugnad/core/course/course.js';
import { acceptedInAllLanguages } from './accepted-in-all-languages.js';
import { partIds } from './block-ids.js';
import { plainBlock } from './build-plain-block.js';
import { questionBlock, signedBlock } from './build-question.js';
import type { CourseFiles } from './course-files.js';
import { factsOf } from './facts-in-front-matter.js';
import type { BlockDraft, GuideDraft, HeadingDraft } from './guide-draft.js';
import { mediaKind } from './media-kinds.js';
import type { Reading } from './reading.js';
import { stableIds, type StableIds } from './stable-ids.js';

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
    ...(values.accepted ? { accepted: values.accepted } : {}),
  };
  return courseSchema.safeParse(course).data ?? null;
}

function editionOf(guide: GuideDraft, main: GuideDraft, files: CourseFiles): Edition {
  const { title = '', summary = '', sources } = guide.frontMatter.values;
  const maker: BlockMaker = {
    files,
    language: guide.language ?? 'nb',
    ids: stableIds(guide, main),
    blockIds: new Map([...partIds(guide, main)].map(([part, { id }]) => [part.draft, id])),
  };
  return {
    language: maker.language,
    title,
    summary,
    sources: sources ?? main.frontMatter.values.sources ?? [],
    ...factsOf(guide, main),
    introduction: blocksOf(guide.introduction.blocks, maker),
    lessons: guide.lessons.map((lesson) => {
      const id = maker.ids.get(lesson.heading) ?? '';
      const attributes = lesson.heading.tail?.attributes;
      const draw = attributes?.has('trekk') ? { draw: Number(attributes.get('trekk')) } : {};
      const blocks = blocksOf(lesson.blocks, maker, attributes?.has('stokk'));
      return { id, title: lesson.heading.title, blocks, ...draw };
    }),
  };
}

interface BlockMaker {
  files: CourseFiles;
  language: Language;
  ids: StableIds;
  blockIds: ReadonlyMap<BlockDraft | HeadingDraft, string>;
}

function blocksOf(drafts: readonly BlockDraft[], maker: BlockMaker, isShuffled = false): Block[] {
  return drafts.map((draft) => {
    if (draft.kind === 'question') return questionBlock(draft, maker.ids.get(draft.heading) ?? '', isShuffled);
    if ('boxes' in draft) return signedBlock(draft, maker.ids.get(draft.heading) ?? '');
    return plainBlock(draft, maker.blockIds.get(draft) ?? '', maker.files, maker.language);
  });
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
