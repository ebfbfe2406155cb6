import { Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';

/** What is known of one thing: names and values. */
export function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="part">
      <Heading level={2} data-size="sm">
        {title}
      </Heading>
      <dl className="facts">{children}</dl>
    </section>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
