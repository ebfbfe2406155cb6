import type { listDrafts } from '@kursdugnad/core/contract/authoring.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import { Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { momentIn } from '../ui/dates.js';
import { StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';

type Draft = Answered<typeof listDrafts>['drafts'][number];

/** What the municipality is writing, changed last first. */
export function DraftList({ drafts }: { drafts: Draft[] }) {
  const { list } = useWords().editor;
  return (
    <section className="part">
      <Heading level={2} data-size="sm">
        {list.title}
      </Heading>
      {drafts.length === 0 && <Paragraph>{list.nothing}</Paragraph>}
      <ul className="plain-list own-courses">
        {drafts.map((draft) => (
          <OneDraft key={draft.id} draft={draft} />
        ))}
      </ul>
    </section>
  );
}

function OneDraft({ draft }: { draft: Draft }) {
  const words = useWords();
  const { list } = words.editor;
  const { published, isPublished, present } = draft;
  const names = present.map(({ name }) => name).join(', ');
  return (
    <Card asChild>
      <li className="own-course">
        <Heading level={3} data-size="xs">
          <Link to={`/mine-kurs/utkast/${draft.id}`}>{draft.title}</Link>
        </Heading>
        <Paragraph>{list.changed(momentIn(words, draft.changedAt), draft.changedBy)}</Paragraph>
        {published === null && <StatusSign sign="open">{list.notPublished}</StatusSign>}
        {published !== null && isPublished && <StatusSign sign="done">{list.published(published)}</StatusSign>}
        {published !== null && !isPublished && <StatusSign sign="soon">{list.changedSince(published)}</StatusSign>}
        {names !== '' && <Paragraph>{list.openNow(names)}</Paragraph>}
      </li>
    </Card>
  );
}
