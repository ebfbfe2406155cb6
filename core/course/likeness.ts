/** Less alike than this, and it is another text. */
const least = 0.5;

/** Words that turn a sentence round, in the languages guides are written in. */
const turning =
  /(?<![\p{L}\p{N}])(?:ikke|ikkje|aldri|uten|utan|unntatt|unnateke|ingen|not|never|no|except)(?![\p{L}\p{N}])/gu;

/**
 * Whether one text is the other in other words: most of its letters still stand together, no number is another one and no
 * «ikke» has come or gone.
 */
export function isReworded(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return true;
  if (found(a, /\d+(?:[.,]\d+)?/gu) !== found(b, /\d+(?:[.,]\d+)?/gu)) return false;
  if (found(a, turning) !== found(b, turning)) return false;
  return likeness(a, b) >= least;
}

/** As it is read: without Markdown's signs, case and surplus blanks. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('nb')
    .replace(/[^\p{L}\p{N}.,]+/gu, ' ')
    .replace(/[.,](?!\d)/gu, '')
    .trim();
}

function found(text: string, pattern: RegExp): string {
  return (text.match(pattern) ?? []).join(' ');
}

/** The fraction of pairs of letters that both have (Dice, 1945). */
function likeness(a: string, b: string): number {
  const [ours, theirs] = [pairsIn(a), pairsIn(b)];
  const counts = new Map<string, number>();
  for (const pair of ours) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let both = 0;
  for (const pair of theirs) {
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    counts.set(pair, left - 1);
    both += 1;
  }
  return ours.length + theirs.length === 0 ? 1 : (2 * both) / (ours.length + theirs.length);
}

function pairsIn(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}
