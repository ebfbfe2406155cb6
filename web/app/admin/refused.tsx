import { dayInNorway } from '@kursdugnad/core/contract/day-in-norway.js';
import { type Refusal, refusedRequests } from '@kursdugnad/core/contract/statement-viewer.js';
import { Button, Heading } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { Link, useRevalidator } from 'react-router';
import type { Route } from './+types/refused.js';
import { api } from '../server/api.server.js';
import { secondIn } from '../ui/dates.js';
import { EmptyState } from '../ui/empty-state.js';
import { listenTo } from '../ui/event-line.js';
import { Page } from '../ui/page.js';
import { StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';
import { Reasons } from './refused-reasons.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { refused } = await api(request, context).call(refusedRequests, {});
  const now = new Date().toISOString();
  return { refused, now, today: dayInNorway(now) };
}

const mostReasons = 3;

export default function Refused({ loaderData: { refused, now, today } }: Route.ComponentProps) {
  const { refused: words } = useWords().lrs;
  const { hasNewer, show } = useNewer(now);
  return (
    <Page title={words.title} introduction={words.introduction} narrow>
      <div className="live-bar" role="status">
        {hasNewer && (
          <Button type="button" variant="secondary" data-size="sm" onClick={show}>
            {words.newer}
          </Button>
        )}
      </div>
      {refused.length === 0 && <EmptyState {...words.none} />}
      <ol className="plain-list refused">
        {refused.map((one) => (
          <OneRefused key={one.id} refused={one} today={today} />
        ))}
      </ol>
    </Page>
  );
}

/** Whether more have been refused since the page was read; they come when they are asked for. */
function useNewer(now: string) {
  const { revalidate } = useRevalidator();
  const [newer, setNewer] = useState<string | null>(null);
  useEffect(
    () =>
      listenTo(`/api/lrs/statements/live?since=${now}`, {
        opened: () => undefined,
        lost: () => undefined,
        told: { refusals: () => setNewer(now) },
      }),
    [now],
  );
  return { hasNewer: newer === now, show: () => void revalidate() };
}

function OneRefused({ refused, today }: { refused: Refusal; today: string }) {
  const words = useWords();
  const { refused: said } = words.lrs;
  const { id, at, key, label, method, resource, status, detail, problems } = refused;
  const when = secondIn(words, at, today);
  return (
    <li className="refused-request">
      <Heading level={2} data-size="2xs">
        {said.of(method, resource)}
      </Heading>
      <p className="refused-facts">
        <StatusSign sign="urgent">{said.status(status)}</StatusSign>
        <span className="quiet">{when}</span>
        <span className="quiet">{said.key(label ?? key)}</span>
      </p>
      <p>{detail}</p>
      <Reasons problems={problems.slice(0, mostReasons)} />
      {problems.length > mostReasons && <p className="quiet">{said.more(problems.length - mostReasons)}</p>}
      <Link className="ds-link" to={`/administrasjon/avvist/${id}`}>
        {said.open}
        <span className="ds-sr-only">{said.openOf(when)}</span>
      </Link>
    </li>
  );
}
