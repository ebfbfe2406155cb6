import { outbox } from '@kursdugnad/core/contract/teams.js';
import { Heading } from '@digdir/designsystemet-react';
import type { Route } from './+types/outbox.js';
import { api } from '../server/api.server.js';
import { momentIn } from '../ui/dates.js';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';
import { type Sign, StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  return api(request, context).call(outbox, {});
}

type Mail = Route.ComponentProps['loaderData']['mails'][number];

export default function Outbox({ loaderData: { mails } }: Route.ComponentProps) {
  const { outbox: words } = useWords().admin;
  return (
    <Page title={words.title} introduction={words.introduction} narrow>
      {mails.length === 0 && <EmptyState {...words.empty} />}
      <ul className="plain-list mails">
        {mails.map((mail) => (
          <OneMail key={mail.id} mail={mail} />
        ))}
      </ul>
    </Page>
  );
}

const signs: Record<Mail['state'], Sign> = { waiting: 'open', sent: 'done', kept: 'soon', failed: 'urgent' };

function OneMail({ mail }: { mail: Mail }) {
  const words = useWords();
  const { outbox: said } = words.admin;
  return (
    <li className="mail">
      <Heading level={2} data-size="2xs">
        {mail.subject}
      </Heading>
      <p>
        {said.to(mail.to)}, <span className="quiet">{momentIn(words, mail.at)}</span>
      </p>
      <StatusSign sign={signs[mail.state]}>{said.states[mail.state]}</StatusSign>
      <details>
        <summary>
          {said.text}
          <span className="ds-sr-only">{said.textOf(mail.subject)}</span>
        </summary>
        <p className="mail-text">{mail.text}</p>
      </details>
    </li>
  );
}
