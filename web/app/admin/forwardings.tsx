import {
  changeForwarding,
  type Forwarding,
  forwardings,
  mostBehind,
  retryForwarding,
} from '@kursdugnad/core/contract/lrs.js';
import { Alert, Button, Heading } from '@digdir/designsystemet-react';
import { Form, Link } from 'react-router';
import type { Route } from './+types/forwardings.js';
import { api } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { notDone } from '../server/not-done.server.js';
import { momentIn } from '../ui/dates.js';
import { EmptyState } from '../ui/empty-state.js';
import { useSending } from '../ui/kept-form.js';
import { Page } from '../ui/page.js';
import { ProblemList } from '../ui/problem-list.js';
import { type Sign, StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { forwardings: all } = await api(request, context).call(forwardings, {});
  const search = new URL(request.url).searchParams;
  return { all, isNew: search.has('ny'), isRemoved: search.has('fjernet'), most: mostBehind };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const forwarding = formText(form, 'forwarding');
  const client = api(request, context);
  try {
    if (formText(form, 'do') === 'retry') await client.call(retryForwarding, { forwarding });
    else await client.call(changeForwarding, { forwarding, paused: formText(form, 'do') === 'pause' });
    return null;
  } catch (error) {
    return notDone(error, form);
  }
}

export default function Forwardings({ loaderData, actionData }: Route.ComponentProps) {
  const { forwarding: words } = useWords().lrs;
  const { all, isNew, isRemoved, most } = loaderData;
  const add = (
    <Button asChild>
      <Link to="/administrasjon/videresending/ny">{words.add}</Link>
    </Button>
  );
  return (
    <Page title={words.title} introduction={words.introduction} action={add} narrow>
      {(isNew || isRemoved) && (
        <Alert data-color="success" role="status">
          {isNew ? words.added : words.removed}
        </Alert>
      )}
      {actionData && <ProblemList problems={actionData.problems} />}
      {all.length === 0 && <EmptyState {...words.none} />}
      <ul className="plain-list admin-rows">
        {all.map((one) => (
          <OneForwarding key={one.id} forwarding={one} most={most} />
        ))}
      </ul>
    </Page>
  );
}

const signs: Record<Forwarding['state'], Sign> = { idle: 'done', sending: 'soon', waiting: 'urgent', paused: 'open' };

function OneForwarding({ forwarding, most }: { forwarding: Forwarding; most: number }) {
  const words = useWords();
  const { forwarding: said } = words.lrs;
  const { id, label, url, state, behind, waitingSince, sent, setAside, lastSentAt, nextAt, fault } = forwarding;
  return (
    <li>
      <Heading level={2} data-size="2xs">
        {label}
      </Heading>
      <p className="quiet">{url}</p>
      <StatusSign sign={signs[state]}>{said.states[state]}</StatusSign>
      {fault !== null && (
        <p>
          {said.fault(fault)} {nextAt !== null && said.nextAt(momentIn(words, nextAt))}
        </p>
      )}
      <p>
        {behind === 0 ? said.allSent : behind >= most ? said.manyBehind(most) : said.behind(behind)}{' '}
        {behind > 0 && waitingSince !== null && said.waitingSince(momentIn(words, waitingSince))}
      </p>
      <p className="quiet">
        {said.sent(sent)} {lastSentAt !== null && said.lastSentAt(momentIn(words, lastSentAt))}
      </p>
      {setAside > 0 && (
        <p>
          <Link className="ds-link" to={`/administrasjon/videresending/${id}/avvist`}>
            {said.setAside(setAside)}
          </Link>
        </p>
      )}
      <Choices forwarding={forwarding} />
    </li>
  );
}

function Choices({ forwarding: { id, label, state } }: { forwarding: Forwarding }) {
  const { forwarding: said } = useWords().lrs;
  const isSending = useSending();
  const button = (what: 'pause' | 'go-on' | 'retry', text: string) => (
    <Button type="submit" name="do" value={what} variant="secondary" data-size="sm" aria-disabled={isSending}>
      {text}
      <span className="ds-sr-only">{said.of(label)}</span>
    </Button>
  );
  return (
    <Form method="post" className="admin-row-links" preventScrollReset>
      <input type="hidden" name="forwarding" value={id} />
      {state === 'paused' ? button('go-on', said.goOn) : button('pause', said.pause)}
      {state === 'waiting' && button('retry', said.retry)}
      <Link className="ds-link" to={`/administrasjon/videresending/${id}/fjern`}>
        {said.remove}
        <span className="ds-sr-only">{said.of(label)}</span>
      </Link>
    </Form>
  );
}
