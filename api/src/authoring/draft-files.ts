import { writtenFields } from '@kursdugnad/content-tools/edit/front-matter-fields.js';
import { isGuidePath } from '@kursdugnad/content-tools/read/course-files.js';
import { sourceText } from '@kursdugnad/content-tools/read/source-text.js';

/** One file of a draft: where its bytes are, and the draft's revision when they last changed. */
export interface KeptFile {
  hash: string;
  bytes: number;
  revision: number;
}

/** Path below the course folder → file. */
export type DraftFiles = Record<string, KeptFile>;

export const filesIn = (row: { files: string }) => JSON.parse(row.files) as DraftFiles;

/** The text of a guide for an editor, with `\n` between lines and no byte order mark; null for what is no text. */
export function guideText(path: string, bytes: Buffer): string | null {
  if (!isGuidePath(path)) return null;
  const source = sourceText(bytes);
  return 'text' in source ? source.text : null;
}

/** The bytes of a text from an editor, with the line ends and the byte order mark that the file had. */
export function guideBytes(text: string, before: Buffer | null): Buffer {
  const had = before?.toString('utf8') ?? '';
  const ends = had.split('\r\n').length - 1;
  const isWindows = ends > 0 && ends >= had.split('\n').length - 1 - ends;
  const lines = text.replace(/\r\n?/gu, '\n').replace(/^\uFEFF/u, '');
  return Buffer.from((had.startsWith('\uFEFF') ? '\uFEFF' : '') + (isWindows ? lines.replaceAll('\n', '\r\n') : lines));
}

/** What a draft is called: the title at the top of its guide. */
export function titleOf(guide: string | null, slug: string): string {
  const { title } = writtenFields(guide ?? '');
  return (typeof title === 'string' ? title.trim().slice(0, 200) : '') || slug;
}
