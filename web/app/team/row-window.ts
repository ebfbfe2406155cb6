/** What is drawn, from the top: rows by index, and the empty height of those left out. */
export type Piece = { row: number } | { gap: number };

interface WindowOf {
  count: number;
  /** The height of a row in pixels; those never drawn are guessed. */
  height: (row: number) => number;
  /** What is on screen, in pixels from the top of the first row. */
  from: number;
  to: number;
  /** Drawn however far away they are: the one with the focus. */
  kept: number | null;
}

/** Rows drawn beyond the screen on each side, so that one can tab into them. */
const margin = 8;

/** Only the rows near the screen are drawn; gaps stand for the others, so that the scroll bar tells the truth. */
export function rowWindow({ count, height, from, to, kept }: WindowOf): Piece[] {
  const first = Math.max(0, rowAt(from, count, height) - margin);
  const last = Math.min(count - 1, rowAt(to, count, height) + margin);
  const pieces: Piece[] = [];
  for (let row = 0; row < count; row++) {
    if ((row >= first && row <= last) || row === kept) pieces.push({ row });
    else addGap(pieces, height(row));
  }
  return pieces;
}

function addGap(pieces: Piece[], height: number): void {
  const last = pieces.at(-1);
  if (last && 'gap' in last) last.gap += height;
  else pieces.push({ gap: height });
}

/** The row at a depth; the last one below the end. */
export function rowAt(depth: number, count: number, height: (row: number) => number): number {
  let bottom = 0;
  for (let row = 0; row < count; row++) {
    bottom += height(row);
    if (bottom > depth) return row;
  }
  return Math.max(0, count - 1);
}
