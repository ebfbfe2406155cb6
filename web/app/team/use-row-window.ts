import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Piece, rowWindow } from './row-window.js';

/** Up to this many rows are simply drawn. It is also what the server sends of a table before the script asks for all. */
export const rowsDrawn = 100;

/** Views are told apart in steps, so that not every pixel draws the table anew. */
const step = 60;
const start = { from: 0, to: 1_200 };

/** The rows of a long table that are near the screen. Heights are measured, so rows may be as high as they like. */
export function useRowWindow(ids: string[], table: RefObject<HTMLTableElement | null>, kept: number | null): Piece[] {
  const isLong = ids.length > rowsDrawn;
  const [view, setView] = useState(start);
  const heights = useRef(new Map<string, number>());
  useEffect(() => {
    if (!isLong) return;
    const look = () => {
      const seen = table.current && viewOf(table.current);
      if (seen) setView((before) => (before.from === seen.from && before.to === seen.to ? before : seen));
    };
    const resized = () => {
      heights.current.clear();
      look();
    };
    look();
    document.addEventListener('scroll', look, { capture: true, passive: true });
    window.addEventListener('resize', resized);
    return () => {
      document.removeEventListener('scroll', look, { capture: true });
      window.removeEventListener('resize', resized);
    };
  }, [isLong, table]);
  useLayoutEffect(() => {
    if (!isLong) return;
    for (const body of table.current?.tBodies ?? []) {
      const id = body.dataset['person'];
      if (id !== undefined) heights.current.set(id, body.getBoundingClientRect().height);
    }
  });
  return useMemo(() => {
    if (!isLong) return ids.map((_, row) => ({ row }));
    const known = [...heights.current.values()];
    const guess = known.length > 0 ? known.reduce((sum, height) => sum + height, 0) / known.length : 48;
    const height = (row: number) => heights.current.get(ids[row] ?? '') ?? guess;
    return rowWindow({ count: ids.length, height, ...view, kept });
  }, [ids, isLong, view, kept]);
}

/** What of the table is on screen: its own region scrolls, or the page does. */
function viewOf(table: HTMLTableElement): { from: number; to: number } | null {
  const top = table.tBodies[0]?.getBoundingClientRect().top;
  const region = table.parentElement?.getBoundingClientRect();
  if (top === undefined || region === undefined) return null;
  const from = Math.max(region.top, 0) - top;
  const to = Math.min(region.bottom, window.innerHeight) - top;
  return { from: Math.floor(from / step) * step, to: Math.ceil(to / step) * step };
}
