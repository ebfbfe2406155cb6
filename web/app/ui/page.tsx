import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.js';

interface PageProps {
  /** The way up, before the title. */
  above?: ReactNode;
  /** The one h1, and what the browser's tab says. */
  title: string;
  introduction?: ReactNode;
  /** What stands to the right of the title on a wide screen: the page's main action. */
  action?: ReactNode;
  /** For reading: about 65 characters. */
  narrow?: boolean;
  children?: ReactNode;
}

/** A page: where you are, and what is here. */
export function Page({ above, title, introduction, action, narrow, children }: PageProps) {
  const { frame } = useWords();
  return (
    <div className={narrow ? 'page-narrow' : 'page-wide'}>
      <title>{`${title} – ${frame.product}`}</title>
      {above}
      <div className="page-top">
        <Heading level={1} data-size="lg">
          {title}
        </Heading>
        {action}
      </div>
      {introduction && <Paragraph className="page-introduction">{introduction}</Paragraph>}
      {children}
    </div>
  );
}
