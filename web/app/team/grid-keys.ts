export interface Place {
  row: number;
  column: number;
}

/** Rows that Page Up and Page Down pass. */
const page = 10;

/** Where a key leads from a cell of a grid; null for a key that leads nowhere. `end` is the last row and column. */
export function placeAfter(key: string, withControl: boolean, at: Place, end: Place): Place | null {
  const to = (row: number, column: number): Place => ({
    row: Math.min(Math.max(row, 0), end.row),
    column: Math.min(Math.max(column, 0), end.column),
  });
  switch (key) {
    case 'ArrowUp':
      return to(at.row - 1, at.column);
    case 'ArrowDown':
      return to(at.row + 1, at.column);
    case 'ArrowLeft':
      return to(at.row, at.column - 1);
    case 'ArrowRight':
      return to(at.row, at.column + 1);
    case 'Home':
      return to(withControl ? 0 : at.row, 0);
    case 'End':
      return to(withControl ? end.row : at.row, end.column);
    case 'PageUp':
      return to(at.row - page, at.column);
    case 'PageDown':
      return to(at.row + page, at.column);
    default:
      return null;
  }
}
