import { Inject, Injectable } from '@nestjs/common';
import { courseToShow } from '@kursdugnad/content-tools/edit/course-to-show.js';
import { writtenFacts } from '@kursdugnad/content-tools/edit/fact-fields.js';
import { writtenFields } from '@kursdugnad/content-tools/edit/front-matter-fields.js';
import { idChanges, safeMend } from '@kursdugnad/content-tools/edit/line-changes.js';
import { type CourseFiles, isGuidePath } from '@kursdugnad/content-tools/read/course-files.js';
import { mediaKind } from '@kursdugnad/content-tools/read/media-kinds.js';
import { readCourseFiles } from '@kursdugnad/content-tools/read/read-course.js';
import type { About, checkDraft, DraftFile } from '@kursdugnad/core/contract/authoring.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { Course } from '@kursdugnad/core/course/course.js';
import { Kept } from '../catalogue/kept.js';
import { Storage } from '../storage/storage.js';
import type { DraftRow } from './authoring.tables.js';
import { filesIn, guideText } from './draft-files.js';

export type Checked = Answered<typeof checkDraft>;
interface Seen {
  checked: Checked;
  course: Course | null;
}

/** Drafts whose check is kept at hand: those that somebody writes in right now. */
const mostSeen = 50;
/** Pictures that are read again and again while somebody writes. Large films are left to the disk. */
const mostFiles = 300;
const largestFile = 512 * 1024;

/** What `kurs check --fix` mends: here the page does it, so nobody need be told. */
const mendedByTool = new Set(['id-missing', 'block-id-missing', 'block-id-duplicate']);

/** What is in a draft, and what there is to say about it. */
@Injectable()
export class DraftContents {
  private readonly seen = new Kept<Promise<Seen>>(mostSeen);
  private readonly bytes = new Kept<Buffer>(mostFiles);

  constructor(@Inject(Storage) private readonly storage: Storage) {}

  /** The whole folder, byte for byte. */
  async files(row: Pick<DraftRow, 'files'>): Promise<CourseFiles> {
    const files = Object.entries(filesIn(row));
    return new Map(await Promise.all(files.map(async ([path, { hash }]) => [path, await this.read(hash)] as const)));
  }

  /** As an editor needs them: the guides with their text. */
  async described(row: DraftRow): Promise<DraftFile[]> {
    const files = Object.entries(filesIn(row));
    return Promise.all(
      files.map(async ([path, { hash, bytes, revision }]) => {
        const text = isGuidePath(path) ? guideText(path, await this.read(hash)) : null;
        return { path, revision, bytes, text };
      }),
    );
  }

  async read(hash: string): Promise<Buffer> {
    const known = this.bytes.get(hash);
    if (known) return known;
    const bytes = await this.storage.get(hash);
    return bytes.length > largestFile ? bytes : this.bytes.keep(hash, bytes);
  }

  /** What `kurs check` says, and the draft as a course, finished or not. The same draft is read once. */
  see(row: DraftRow): Promise<Seen> {
    const key = `${row.municipality} ${row.id} ${row.slug} ${row.revision}`;
    const known = this.seen.get(key);
    if (known) return known;
    return this.seen.keep(key, this.look(row));
  }

  private async look(row: DraftRow): Promise<Seen> {
    const files = await this.files(row);
    const { course, problems: found } = readCourseFiles(row.slug, files);
    const problems = found.filter(({ rule }) => !mendedByTool.has(rule));
    const about: Record<string, About> = {};
    for (const [path, bytes] of files) if (isGuidePath(path)) about[path] = writtenFields(guideText(path, bytes) ?? '');
    const unused = new Set(problems.filter(({ rule }) => rule === 'media-unused').map(({ file }) => file));
    const media = [...files].flatMap(([path, bytes]) =>
      path.startsWith('media/')
        ? [{ path, bytes: bytes.length, type: mediaKind(path)?.type ?? '', used: !unused.has(path) }]
        : [],
    );
    const checked: Checked = {
      revision: row.revision,
      problems: problems.map((problem) => ({ ...problem, change: safeMend(problem, files) })),
      ids: found.length > problems.length || isUnmarked(files) ? idChanges(row.slug, files) : [],
      about,
      facts: writtenFacts(guideText('guide.md', files.get('guide.md') ?? Buffer.alloc(0)) ?? ''),
      media,
    };
    const note = ({ message, line }: { message: string; line: number }) =>
      `**Ikke ferdig (linje ${line}).** ${message.replace(/[\\`*_[\]<>{}]/gu, '\\$&')}`;
    return { checked, course: course ?? courseToShow(row.slug, files, problems, note) };
  }
}

/** A guide in which no block has a mark yet: the rules are silent about that, since it may never have met the tool. */
function isUnmarked(files: CourseFiles): boolean {
  return [...files].some(([path, bytes]) => isGuidePath(path) && !bytes.includes('<!--#'));
}
