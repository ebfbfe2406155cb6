import { forwardings, retryForwarding, statementsSetAside } from '@kursdugnad/core/contract/lrs.js';
import { Button } from '@digdir/designsystemet-react';
import { data, Link, redirect } from 'react-router';
import type { Route } from './+types/set-aside.js';
import { api } from '../server/api.server.js';
import { notDone } from '../server/not-done.server.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { momentIn } from '../ui/dates.js';
import { EmptyState } from '../ui/empty-state.js';
import { KeptForm, useSending } from '../ui/kept-form.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const client = api(request, context);
  const { forwarding } = params;
  const [{ forwardings: all }, { statements }] = await Promise.all([
    client.call(forwardings, {}),
    client.call(statementsSetAside, { forwarding }),
  ]);
  const found = all.find(({ id }) => id === forwarding);
  if (!found) throw data(null, { status: 404 });
  return { label: found.label, statements };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  try {
    await api(request, context).call(retryForwarding, { forwarding: params.forwarding, setAside: true });
    return redirect('/administrasjon/videresending', 303);
  } catch (error) {
    return notDone(error, form);
  }
}

/** What the other LRS has refused, and why. */
export default function SetAside({ loaderData: { label, statements }, actionData }: Route.ComponentProps) {
  const words = useWords();
  const { forwarding } = words.lrs;
  const { aside } = forwarding;
  const to = '/administrasjon/videresending';
  const isSending = useSending();
  return (
    <Page
      above={<Breadcrumbs label={words.admin.youAreHere} places={[{ to, name: forwarding.title }]} />}
      title={aside.title(label)}
      introduction={aside.introduction}
      narrow
    >
      {statements.length === 0 && <EmptyState {...aside.none} />}
      {statements.length > 0 && (
        <KeptForm notDone={actionData}>
          <Button type="submit" aria-disabled={isSending}>
            {aside.retry}
          </Button>
        </KeptForm>
      )}
      <ul className="plain-list admin-rows">
        {statements.map(({ statement, at, status, reason }) => (
          <li key={statement}>
            <p className="quiet">
              {momentIn(words, at)}, {aside.status(status)}
            </p>
            <p lang="en">{reason}</p>
            <Link className="ds-link" to={`/administrasjon/utsagn/${statement}`}>
              {aside.open}
              <span className="ds-sr-only"> {statement}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
