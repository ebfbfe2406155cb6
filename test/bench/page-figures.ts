import { type Figure, spread } from './figures.js';
import type { Visit } from './slow-page.js';

const kilo = 1024;

/** What some cold visits to a page came to, beside as many to the plainest page there is. */
export function pageFigures(name: string, visits: Visit[], floor: Visit[], mostLcp: number): Figure[] {
  const shared = { bench: 'page', database: 'sqlite' } as const;
  const beside = (of: (visit: Visit) => number) => {
    const { p50, p95 } = spread(floor.map(of));
    return { ...spread(visits.map(of)), floor: { p50, p95 } };
  };
  const sizes = (['Document', 'Script', 'Stylesheet', 'other'] as const).map((kind) => ({
    ...shared,
    what: `${name}: ${kind}, transferred`,
    unit: 'KB' as const,
    ...beside(({ bytes }) => bytes[kind] / kilo),
  }));
  return [
    { ...shared, what: `${name}: largest paint`, unit: 'ms', aim: mostLcp, ...beside(({ lcp }) => lcp) },
    { ...shared, what: `${name}: first paint`, unit: 'ms', ...beside(({ fcp }) => fcp) },
    { ...shared, what: `${name}: requests`, unit: 'pieces', ...beside(({ requests }) => requests) },
    ...sizes,
  ];
}
