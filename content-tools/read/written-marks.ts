import { blanksBefore, marksIn, markText, type BlockMark } from './block-mark.js';
import type { GuideDraft } from './guide-draft.js';
import { partsOf, type GuidePart } from './guide-parts.js';
import { readGuide } from './read-guide.js';

export interface WantedMark {
  part: GuidePart;
  mark: BlockMark;
}

/**
 * The file with marks at the end of first lines, in reading order. Every other byte is as it was. What comes out is read
 * again: a mark that would change what the guide says goes on a line of its own above the block, and where even that
 * would, nowhere.
 */
export function withMarks(bytes: Buffer, guide: GuideDraft, wanted: readonly WantedMark[]): Buffer {
  // A guide that people have written needs one reading, or a few; one that is made to stall gets no more than these.
  return withinReadings(bytes, guide, wanted, { left: bytes.length > 100_000 ? 4 : 60 });
}

function withinReadings(
  bytes: Buffer,
  guide: GuideDraft,
  wanted: readonly WantedMark[],
  readings: { left: number },
): Buffer {
  if (wanted.length === 0 || readings.left <= 0) return bytes;
  readings.left -= 2;
  const inside = marked(bytes, wanted, withMark);
  if (isSameGuide(inside, guide, wanted)) return inside;
  if (wanted.length > 1) {
    const half = Math.ceil(wanted.length / 2);
    // The later half first, so that the lines of the earlier one stay where they were.
    const later = withinReadings(bytes, guide, wanted.slice(half), readings);
    return withinReadings(later, guide, wanted.slice(0, half), readings);
  }
  const above = marked(bytes, wanted, (line, mark, end) => `${markText(mark)}${end || '\n'}${line}`);
  return isSameGuide(above, guide, wanted) ? above : bytes;
}

type Write = (line: string, mark: BlockMark, end: string) => string;

function marked(bytes: Buffer, wanted: readonly WantedMark[], write: Write): Buffer {
  // Lines and their own ends by turns, so that joining gives back what was there.
  const pieces = bytes.toString('utf8').split(/(\r\n|\r|\n)/u);
  for (const { part, mark } of wanted) {
    const at = 2 * (lineOf(part, pieces) - 1);
    pieces[at] = write(pieces[at] ?? '', mark, pieces[at + 1] ?? '');
  }
  return Buffer.from(pieces.join(''), 'utf8');
}

/** The line the part's mark stands on, or its first; where the name in braces stands, for a heading of more lines. */
function lineOf({ line, mark, heading }: GuidePart, pieces: readonly string[]): number {
  if (heading?.tail) return heading.tail.line;
  const text = mark ? markText(mark) : '';
  if (text === '') return line;
  for (const [index, piece] of pieces.slice(2 * Math.max(0, line - 2)).entries())
    if (index % 2 === 0 && piece.includes(text)) return Math.max(1, line - 1) + index / 2;
  return line;
}

/** Before the blanks, the backslash, the bar or the number signs that a line may end with; in place of an older mark. */
function withMark(line: string, mark: BlockMark): string {
  const [old] = marksIn(line);
  if (old) return `${line.slice(0, old[1])}${markText(mark)}${line.slice(old[1] + old[0].length)}`;
  const text = line.trimEnd();
  const signs = text.length - text.replace(/#{1,6}$/u, '').length || (/[\\|]$/u.test(text) ? 1 : 0);
  const end = blanksBefore(text, text.length - signs);
  return `${line.slice(0, end)} ${markText(mark)}${line.slice(end)}`;
}

function isSameGuide(bytes: Buffer, guide: GuideDraft, wanted: readonly WantedMark[]): boolean {
  const before = partsOf(guide);
  const after = partsOf(readGuide(guide.file, bytes));
  const same = before.length === after.length && before.every((part, index) => meaning(part) === meaning(after[index]));
  return same && wanted.every(({ part, mark }) => isMarked(after[before.indexOf(part)], mark));
}

function isMarked(part: GuidePart | undefined, { id, from }: BlockMark): boolean {
  return part?.mark?.id === id && part.mark.from === from;
}

/** What a part says, wherever it stands. */
function meaning(part: GuidePart | undefined): string {
  const dropped = new Set(['line', 'column', 'mark', 'raw']);
  return JSON.stringify(part?.draft ?? null, (key, value: unknown) => {
    if (dropped.has(key)) return undefined;
    return value instanceof Map ? [...value] : value;
  });
}
