import { Details, Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';

/** A part of a page that is folded away until asked for; works without script. */
export function Fold({
  id,
  title,
  open = false,
  children,
}: {
  id: string;
  title: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <Details id={id} className="fold" defaultOpen={open}>
      <Details.Summary>
        <Heading level={2} data-size="xs">
          {title}
        </Heading>
      </Details.Summary>
      <Details.Content>{children}</Details.Content>
    </Details>
  );
}
