/** Lines `from` up to `to` of one text stand where lines `otherFrom` up to `otherTo` stand in the other. 0-based. */
export interface Hunk {
  from: number;
  to: number;
  otherFrom: number;
  otherTo: number;
}

/** After so many differing lines the rest counts as one large change. */
const mostSteps = 2_000;

/** Where two texts differ, in reading order; nothing between two hunks does. (Myers, 1986.) */
export function lineDiff(one: readonly string[], other: readonly string[]): Hunk[] {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  const shortest = Math.min(one.length, other.length) - start;
  while (end < shortest && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const a = one.slice(start, one.length - end);
  const b = other.slice(start, other.length - end);
  if (a.length === 0 && b.length === 0) return [];
  const pairs = samePairs(a, b);
  return between(pairs, a.length, b.length).map((hunk) => ({
    from: hunk.from + start,
    to: hunk.to + start,
    otherFrom: hunk.otherFrom + start,
    otherTo: hunk.otherTo + start,
  }));
}

type Pair = readonly [one: number, other: number];

function between(pairs: readonly Pair[], oneLength: number, otherLength: number): Hunk[] {
  const hunks: Hunk[] = [];
  let [from, otherFrom] = [0, 0];
  for (const [to, otherTo] of [...pairs, [oneLength, otherLength] as const]) {
    if (to > from || otherTo > otherFrom) hunks.push({ from, to, otherFrom, otherTo });
    [from, otherFrom] = [to + 1, otherTo + 1];
  }
  return hunks;
}

/** Lines that are the same in both, in order: as many as there can be. */
function samePairs(a: readonly string[], b: readonly string[]): Pair[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const trail: Map<number, number>[] = [];
  const most = Math.min(a.length + b.length, mostSteps);
  for (let steps = 0; steps <= most; steps += 1) {
    trail.push(new Map(furthest));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const x = slide(a, b, diagonal, startOf(furthest, diagonal, steps));
      furthest.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return walkedBack(trail, a.length, b.length);
    }
  }
  return [];
}

function startOf(furthest: ReadonlyMap<number, number>, diagonal: number, steps: number): number {
  const above = furthest.get(diagonal + 1) ?? -1;
  const left = furthest.get(diagonal - 1) ?? -1;
  return diagonal === -steps || (diagonal !== steps && left < above) ? above : left + 1;
}

function slide(a: readonly string[], b: readonly string[], diagonal: number, from: number): number {
  let x = from;
  while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
  return x;
}

function walkedBack(trail: readonly ReadonlyMap<number, number>[], oneLength: number, otherLength: number): Pair[] {
  const pairs: Pair[] = [];
  let [x, y] = [oneLength, otherLength];
  for (let steps = trail.length - 1; steps >= 0; steps -= 1) {
    const furthest = trail[steps];
    if (!furthest) break;
    const diagonal = x - y;
    const start = startOf(furthest, diagonal, steps);
    while (x > start && y > start - diagonal && x > 0 && y > 0) {
      [x, y] = [x - 1, y - 1];
      pairs.push([x, y]);
    }
    const above = furthest.get(diagonal + 1) ?? -1;
    const left = furthest.get(diagonal - 1) ?? -1;
    const isDown = diagonal === -steps || (diagonal !== steps && left < above);
    if (isDown) y -= 1;
    else x -= 1;
  }
  return pairs.reverse();
}
