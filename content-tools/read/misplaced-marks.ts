import { blanksBefore, markText, marksIn, type BlockMark } from './block-mark.js';
import type { GuideDraft } from './guide-draft.js';
import { partsOf, type GuidePart } from './guide-parts.js';
import { readGuide } from './read-guide.js';
import { withMarks } from './written-marks.js';

type MarkedPart = GuidePart & { mark: BlockMark };

/** The blocks whose mark stands neither at the end of their first line nor alone above them. */
export function misplacedMarks(guide: GuideDraft): MarkedPart[] {
  const { body, bodyLine } = guide.frontMatter;
  const lines = body.split('\n');
  return partsOf(guide).filter((part): part is MarkedPart => {
    if (part.heading || !part.mark) return false;
    const first = part.line - bodyLine;
    return !endsWith(lines[first] ?? '', part.mark) && lineAbove(lines, first) !== markText(part.mark);
  });
}

/** As long as this they are moved; a guide that people have written has a few. */
const mostMoves = 30;

/** The file with such marks where they belong. Every other byte is as it was, and what cannot be moved stays. */
export function withMovedMarks(bytes: Buffer, guide: GuideDraft): Buffer {
  if (bytes.length > 100_000) return bytes;
  const last = misplacedMarks(guide).slice(0, mostMoves).reverse();
  return last.reduce((before, { mark }) => withMoved(before, guide.file, mark), bytes);
}

function withMoved(bytes: Buffer, file: string, mark: BlockMark): Buffer {
  const guide = readGuide(file, bytes);
  const text = markText(mark);
  const at = partsOf(guide).findIndex((part) => part.mark && markText(part.mark) === text);
  const bare = withoutMark(bytes, text, partsOf(guide)[at]?.line ?? 1);
  const without = readGuide(file, bare);
  const part = partsOf(without)[at];
  const isSame = partsOf(guide).every((one, index) => one.text === partsOf(without)[index]?.text);
  if (!part || !isSame) return bytes;
  const moved = withMarks(bare, without, [{ part, mark }]);
  return moved.equals(bare) ? bytes : moved;
}

/** Without the first mark that reads like this from `line` on, nor the line it may have had for itself. */
function withoutMark(bytes: Buffer, text: string, line: number): Buffer {
  // Lines and their own ends by turns, so that joining gives back what was there.
  const pieces = bytes.toString('utf8').split(/(\r\n|\r|\n)/u);
  const index = pieces.findIndex((piece, place) => place >= 2 * (line - 1) && piece.includes(text));
  const piece = pieces[index] ?? '';
  const from = piece.indexOf(text);
  const rest = piece.slice(0, blanksBefore(piece, from)) + piece.slice(from + text.length);
  if (index >= 0) pieces.splice(index, rest.trim() === '' ? 2 : 1, ...(rest.trim() === '' ? [] : [rest]));
  return Buffer.from(pieces.join(''), 'utf8');
}

/** Behind it may stand what ends a line: blanks, a backslash, the bar of a table or number signs. */
function endsWith(line: string, mark: BlockMark): boolean {
  const [written, at] = marksIn(line).at(-1) ?? ['', 0];
  return written === markText(mark) && /^[ \t]*(?:\\|\||#{1,6})?[ \t]*$/u.test(line.slice(at + written.length));
}

function lineAbove(lines: readonly string[], index: number): string {
  let above = index - 1;
  while (above > 0 && lines[above]?.trim() === '') above -= 1;
  return lines[above]?.trim() ?? '';
}
