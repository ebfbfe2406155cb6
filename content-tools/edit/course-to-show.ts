import type { Course } from '@kursdugnad/core/course/course.js';
import { buildCourse } from '../read/build-course.js';
import type { CourseFiles } from '../read/course-files.js';
import type { CourseProblem } from '../read/course-problem.js';
import type { BlockDraft, GuideDraft, HeadingDraft, LessonDraft } from '../read/guide-draft.js';
import { readingOf } from '../read/reading.js';
import { isStableId } from '../read/stable-ids.js';

/** What a preview shows where a part is not finished. */
export type NotFinished = (problem: CourseProblem) => string;

/**
 * The course of a folder that is being written, mistakes and all: a part with an error gives way to a note that says what
 * is missing, and so does what is missing at the top. `problems` are those `readCourseFiles` found. Null where nothing of it can be shown. Not for publishing.
 */
export function courseToShow(
  slug: string,
  files: CourseFiles,
  problems: readonly CourseProblem[],
  note: NotFinished,
): Course | null {
  const reading = readingOf(slug, files);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const guides = reading.guides
    .filter((guide) => guide.fault === null)
    .map((guide) => shownGuide(guide, errors, note))
    .filter((guide) => guide.lessons.length > 0);
  const main = guides.find((guide) => guide.isMain) ?? null;
  if (!main) return null;
  // A translation that does not follow the main guide cannot share a page with it.
  const isAlike = (guide: GuideDraft) =>
    !errors.some(({ rule, file }) => file === guide.file && rule.startsWith('translation-'));
  const shown = { ...reading, main, guides: guides.filter((guide) => guide === main || isAlike(guide)) };
  return buildCourse(shown) ?? buildCourse({ ...shown, guides: [main] });
}

const standIns = ({ lessons, language }: GuideDraft): GuideDraft['frontMatter']['values'] => ({
  title: lessons[0]?.heading.title.slice(0, 80) || '…',
  summary: '…',
  language: language ?? 'nb',
  minutes: 1,
  licence: 'CC-BY-4.0',
  publisher: '…',
  topics: ['…'],
});

function shownGuide(guide: GuideDraft, errors: readonly CourseProblem[], note: NotFinished): GuideDraft {
  const own = errors.filter(({ file }) => file === guide.file);
  const finished = (blocks: readonly BlockDraft[], end: number) =>
    blocks.map((block, at) => {
      const next = blocks[at + 1]?.line ?? end;
      const problem = own.find(({ line }) => line >= block.line && line < next);
      if (problem && isHeldUp(block, problem)) return asNote(block, note(problem));
      return 'heading' in block && block.heading ? { ...block, heading: soundHeading(block.heading) } : block;
    });
  const firstLesson = guide.lessons[0]?.heading.line ?? Infinity;
  return {
    ...guide,
    frontMatter: {
      ...guide.frontMatter,
      values: { ...standIns(guide), ...guide.frontMatter.values },
    },
    introduction: { ...guide.introduction, blocks: finished(guide.introduction.blocks, firstLesson) },
    lessons: guide.lessons.map((lesson, at) =>
      shownLesson(lesson, own, (blocks) => finished(blocks, endOf(guide, at))),
    ),
  };
}

function shownLesson(
  lesson: LessonDraft,
  errors: readonly CourseProblem[],
  finished: (blocks: readonly BlockDraft[]) => BlockDraft[],
): LessonDraft {
  const heading = soundHeading(lesson.heading);
  const isFaulty = errors.some(({ line }) => line === heading.line);
  const tail = heading.tail && isFaulty ? { ...heading.tail, attributes: new Map<string, string>() } : heading.tail;
  return { ...lesson, heading: { ...heading, tail, title: heading.title || '…' }, blocks: finished(lesson.blocks) };
}

/** Without an id that cannot be one: the page then gets one from the title. */
function soundHeading(heading: HeadingDraft): HeadingDraft {
  const { tail } = heading;
  return tail?.id && !isStableId(tail.id) ? { ...heading, tail: { ...tail, id: null } } : heading;
}

const endOf = (guide: GuideDraft, lesson: number) => guide.lessons[lesson + 1]?.heading.line ?? Infinity;

/** Text with a fault is still text; a question with one cannot be answered. */
function isHeldUp(block: BlockDraft, { rule }: CourseProblem): boolean {
  return rule.startsWith('callout-') || ('heading' in block && block.kind !== 'text' && !rule.startsWith('id-'));
}

function asNote({ line, column }: BlockDraft, text: string): BlockDraft {
  return { kind: 'callout', word: 'VIKTIG', title: '', body: text, steps: [], mark: null, line, column };
}
