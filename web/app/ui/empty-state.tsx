import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';

/** Nothing here: why, and what to do next. */
export function EmptyState({ title, todo, children }: { title: string; todo: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty-state">
      <Heading level={2} data-size="xs">
        {title}
      </Heading>
      <Paragraph>{todo}</Paragraph>
      {children}
    </div>
  );
}
