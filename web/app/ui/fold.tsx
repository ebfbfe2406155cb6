import { Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';

interface FoldProps {
  /** Part of the address: `/mine-guider#ferdig`. */
  id: string;
  title: string;
  open?: boolean;
  children: ReactNode;
}

/** A part of a page that is folded away until asked for; works without script. */
export function Fold({ id, title, open = false, children }: FoldProps) {
  return (
    <details id={id} className="ds-details fold" open={open}>
      <summary>
        <Heading level={2} data-size="xs">
          {title}
        </Heading>
      </summary>
      <div>{children}</div>
    </details>
  );
}
