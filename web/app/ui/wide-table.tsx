import { Table } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';

interface WideTableProps {
  /** What the table shows; read before it, not seen. */
  caption: string;
  head: ReactNode;
  children: ReactNode;
}

/** A table that scrolls by itself on a narrow screen, by keyboard too, with a head that stays. */
export function WideTable({ caption, head, children }: WideTableProps) {
  return (
    <div className="wide-table" role="region" aria-label={caption} tabIndex={0}>
      <Table>
        <caption className="ds-sr-only">{caption}</caption>
        <thead>{head}</thead>
        <tbody>{children}</tbody>
      </Table>
    </div>
  );
}
