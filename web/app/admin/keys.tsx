import { type LrsKey, lrsKeys } from '@kursdugnad/core/contract/lrs.js';
import { dayInNorway } from '@kursdugnad/core/contract/day-in-norway.js';
import { Alert, Button, Heading } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { Route } from './+types/keys.js';
import { api } from '../server/api.server.js';
import { dateIn, momentIn } from '../ui/dates.js';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';
import { StatusSign } from '../ui/status-sign.js';
import { useWords, type Words } from '../words/words.js';
import { addressOf } from './statement-filter.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { keys } = await api(request, context).call(lrsKeys, {});
  const isTakenBack = new URL(request.url).searchParams.has('tatt-bort');
  return { keys, isTakenBack, now: new Date().toISOString() };
}

export default function Keys({ loaderData: { keys, isTakenBack, now } }: Route.ComponentProps) {
  const { keys: words } = useWords().lrs;
  const make = (
    <Button asChild>
      <Link to="/administrasjon/nokler/ny">{words.make}</Link>
    </Button>
  );
  return (
    <Page title={words.title} introduction={words.introduction} action={make} narrow>
      {isTakenBack && (
        <Alert data-color="success" role="status">
          {words.takenBack}
        </Alert>
      )}
      {keys.length === 0 && <EmptyState {...words.none} />}
      <ul className="plain-list admin-rows">
        {keys.map((key) => (
          <OneKey key={key.key} lrsKey={key} now={now} />
        ))}
      </ul>
    </Page>
  );
}

function OneKey({ lrsKey, now }: { lrsKey: LrsKey; now: string }) {
  const words = useWords();
  const { keys: said } = words.lrs;
  const { key, label, scopes, madeAt, madeBy, expires, lastUsed } = lrsKey;
  const isOver = expires !== null && expires <= now;
  return (
    <li>
      <Heading level={2} data-size="2xs">
        {label}
      </Heading>
      <StatusSign sign={isOver ? 'urgent' : lastUsed === null ? 'open' : 'done'}>
        {isOver ? said.isOver : lastUsed === null ? said.neverUsed : said.lastUsed(momentIn(words, lastUsed))}
      </StatusSign>
      <p>{scopesIn(scopes, words)}</p>
      <p className="quiet">
        <code>{key}</code>{' '}
        {madeAt !== null &&
          (madeBy === null ? said.made(momentIn(words, madeAt)) : said.madeBy(momentIn(words, madeAt), madeBy))}{' '}
        {expires !== null && !isOver && said.expires(dateIn(words, dayInNorway(expires), dayInNorway(now)))}
      </p>
      <p className="admin-row-links">
        <Link className="ds-link" to={addressOf({ kilde: key })}>
          {said.statements}
          <span className="ds-sr-only">{said.of(label)}</span>
        </Link>
        <Link className="ds-link" to={`/administrasjon/nokler/${encodeURIComponent(key)}/ta-bort`}>
          {said.takeBack}
          <span className="ds-sr-only">{said.of(label)}</span>
        </Link>
      </p>
    </li>
  );
}

function scopesIn(scopes: LrsKey['scopes'], { lrs }: Words): string {
  return scopes.map((scope) => lrs.keys.scopes[scope]).join('. ');
}
