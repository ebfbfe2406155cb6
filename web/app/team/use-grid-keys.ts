import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { type Place, placeAfter } from './grid-keys.js';

/** Arrow keys, Home, End, Page Up and Page Down move the focus; Escape closes the open line. */
export function useGridKeys(element: RefObject<HTMLTableElement | null>, end: Place, close: () => void) {
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const wanted = useRef(false);
  const kept = { row: Math.max(0, Math.min(at.row, end.row)), column: Math.min(at.column, end.column) };
  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    const cell = cellAt(element.current, at);
    cell?.focus({ preventScroll: true });
    cell?.closest('th, td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at, element]);
  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const column = (event.target as HTMLElement).dataset['column'];
    if (event.key === 'Escape') {
      wanted.current = true;
      setAt({ ...kept });
      close();
    }
    if (column === undefined || event.altKey || event.metaKey) return;
    if (event.key === ' ') {
      event.preventDefault();
      (event.target as HTMLElement).click();
      return;
    }
    const next = placeAfter(event.key, event.ctrlKey, kept, end);
    if (!next) return;
    event.preventDefault();
    wanted.current = true;
    setAt(next);
  }
  function onFocus({ target }: FocusEvent<HTMLTableElement>) {
    const column = (target as HTMLElement).dataset['column'];
    const row = target.closest('tbody')?.dataset['row'];
    if (row !== undefined) setAt((before) => ({ row: Number(row), column: Number(column ?? before.column) }));
  }
  return { at: kept, onFocus, onKeyDown };
}

function cellAt(table: HTMLTableElement | null, { row, column }: Place): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"]`) ?? null;
}
