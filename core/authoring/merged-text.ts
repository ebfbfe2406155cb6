import { type Hunk, lineDiff } from './line-diff.js';

/**
 * Both changes of one text, when they are in different places; null when they meet. Lines that touch count as meeting:
 * a paragraph is a line, and two that stand together are one thought.
 */
export function mergedText(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || base === theirs) return mine;
  if (base === mine) return theirs;
  const baseLines = base.split('\n');
  const mineLines = mine.split('\n');
  const theirLines = theirs.split('\n');
  const ours = lineDiff(baseLines, mineLines).map((hunk) => ({ hunk, lines: mineLines }));
  const others = lineDiff(baseLines, theirLines).map((hunk) => ({ hunk, lines: theirLines }));
  const merged: string[] = [];
  let at = 0;
  let last: Change | null = null;
  for (const change of [...ours, ...others].sort((a, b) => a.hunk.from - b.hunk.from || a.hunk.to - b.hunk.to)) {
    if (last && isSame(last, change)) continue;
    if (last && last.lines !== change.lines && change.hunk.from <= last.hunk.to) return null;
    merged.push(...baseLines.slice(at, change.hunk.from), ...written(change));
    at = change.hunk.to;
    last = change;
  }
  return [...merged, ...baseLines.slice(at)].join('\n');
}

interface Change {
  hunk: Hunk;
  lines: readonly string[];
}

const written = ({ hunk, lines }: Change) => lines.slice(hunk.otherFrom, hunk.otherTo);

function isSame(a: Change, b: Change): boolean {
  if (a.lines === b.lines || a.hunk.from !== b.hunk.from || a.hunk.to !== b.hunk.to) return false;
  // One empty line is not the same as none.
  return JSON.stringify(written(a)) === JSON.stringify(written(b));
}

/** Characters `from` up to `to` become `insert`: what an editor does, all at once, to make one text the other. */
export interface TextChange {
  from: number;
  to: number;
  insert: string;
}

export function textChanges(from: string, to: string): TextChange[] {
  const before = from.split('\n');
  const after = to.split('\n');
  const starts = [0];
  for (const line of before) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const startOf = (line: number) => starts[line] ?? 0;
  return lineDiff(before, after).map((hunk) => {
    const lines = after.slice(hunk.otherFrom, hunk.otherTo);
    if (hunk.to < before.length)
      return { from: startOf(hunk.from), to: startOf(hunk.to), insert: lines.map((line) => `${line}\n`).join('') };
    if (hunk.from === 0) return { from: 0, to: from.length, insert: lines.join('\n') };
    // The last line has no line end of its own: the one before it goes or comes instead.
    return { from: startOf(hunk.from) - 1, to: from.length, insert: lines.map((line) => `\n${line}`).join('') };
  });
}
