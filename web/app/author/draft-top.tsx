import type { DraftCard } from '@kursdugnad/core/contract/authoring.js';
import { Button, Heading } from '@digdir/designsystemet-react';
import type { MouseEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { DropMenu } from '../ui/drop-menu.js';
import { useWords } from '../words/words.js';

interface DraftTopProps {
  draft: DraftCard;
  path: string;
  /** How it stands with the text: between the title and what can be done. */
  children?: ReactNode;
  /** More that can be done, in the menu. */
  more?: ReactNode;
  /** Before a link of the page is followed. */
  leave?: (event: MouseEvent<HTMLAnchorElement>, to: string) => void;
}

/** What is being written, and what can be done with it as a whole. */
export function DraftTop({ draft, path, children, more, leave }: DraftTopProps) {
  const { author, editor } = useWords();
  const here = `/mine-kurs/utkast/${draft.id}`;
  const to = (place: string) => ({
    to: here + place,
    onClick: (event: MouseEvent<HTMLAnchorElement>) => leave?.(event, here + place),
  });
  return (
    <div className="editor-top">
      <Breadcrumbs label={author.youAreHere} places={[{ to: '/mine-kurs', name: author.title }]} />
      <div className="editor-title">
        <Heading level={1} data-size="sm">
          {draft.title}
        </Heading>
        {children}
        <div className="editor-actions">
          <DropMenu name={editor.more.title}>
            <Link className="ds-link" {...to('/tidligere')}>
              {editor.more.earlier}
            </Link>
            <a className="ds-link" href={`/api/drafts/${draft.id}/zip`} download>
              {editor.more.download}
            </a>
            {more}
            <Link className="ds-link" {...to('/innstillinger')}>
              {editor.more.rename}
            </Link>
          </DropMenu>
          <Button asChild variant="secondary" data-size="sm">
            <Link {...to(`/om?fil=${path}`)}>{editor.more.about}</Link>
          </Button>
          <Button asChild data-size="sm">
            <Link {...to('/publiser')}>{editor.more.publish}</Link>
          </Button>
        </div>
      </div>
    </div>
  );
}
