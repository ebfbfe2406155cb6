/** What one case of a benchmark came to. Times in milliseconds, sizes in bytes. */
export interface Figure {
  bench: string;
  /** What was measured, on what. */
  what: string;
  database: 'sqlite' | 'postgres' | '-';
  unit: 'ms' | 'KB' | 'MB' | 'pieces' | '/s';
  samples: number;
  p50: number;
  p95: number;
  max: number;
  /** The same measure of the floor, taken in the same run. */
  floor?: { p50: number; p95: number };
  /** What `measuring.md` asks for: the p95 is to be at most this. */
  aim?: number;
}

/** Median, p95 and largest of some samples. */
export function spread(samples: readonly number[]): Pick<Figure, 'samples' | 'p50' | 'p95' | 'max'> {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  return { samples: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** The floor of a figure: median and p95 of its samples. */
export function floorOf(samples: readonly number[]): { p50: number; p95: number } {
  const { p50, p95 } = spread(samples);
  return { p50, p95 };
}

/** All figures as a Markdown table, ready for `docs/measurements.md`. */
export function asTable(figures: readonly Figure[]): string {
  const head = ['bench', 'what', 'database', 'n', 'p50', 'p95', 'max', 'floor p50 / p95', 'ratio p50', 'aim p95', ''];
  const rows = figures.map(({ bench, what, database, unit, samples, p50, p95, max, floor, aim }) => [
    bench,
    what,
    database,
    String(samples),
    `${shown(p50)} ${unit}`,
    shown(p95),
    shown(max),
    floor ? `${shown(floor.p50)} / ${shown(floor.p95)}` : '–',
    floor ? `${(p50 / floor.p50).toFixed(2)} ×` : '–',
    aim === undefined ? '–' : `≤ ${shown(aim)}`,
    aim === undefined ? '' : p95 <= aim ? 'met' : 'MISSED',
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function shown(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}
