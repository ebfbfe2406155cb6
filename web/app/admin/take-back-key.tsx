import { lrsKeys, revokeLrsKey } from '@kursdugnad/core/contract/lrs.js';
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { data, Link, redirect } from 'react-router';
import type { Route } from './+types/take-back-key.js';
import { api } from '../server/api.server.js';
import { notDone } from '../server/not-done.server.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { momentIn } from '../ui/dates.js';
import { KeptForm, useSending } from '../ui/kept-form.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { keys } = await api(request, context).call(lrsKeys, {});
  const found = keys.find(({ key }) => key === params.key);
  if (!found) throw data(null, { status: 404 });
  return { found };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  try {
    await api(request, context).call(revokeLrsKey, { key: params.key });
    return redirect('/administrasjon/nokler?tatt-bort=ja', 303);
  } catch (error) {
    return notDone(error, form);
  }
}

/** A page of its own, so that nobody takes a key away by a slip of the hand. */
export default function TakeBackKey({ loaderData: { found }, actionData }: Route.ComponentProps) {
  const words = useWords();
  const { keys } = words.lrs;
  const { taking } = keys;
  const { label, lastUsed } = found;
  return (
    <Page
      above={
        <Breadcrumbs label={words.admin.youAreHere} places={[{ to: '/administrasjon/nokler', name: keys.title }]} />
      }
      title={taking.title}
      introduction={<strong>{label}</strong>}
      narrow
    >
      <Paragraph>{lastUsed === null ? keys.neverUsed : keys.lastUsed(momentIn(words, lastUsed))}.</Paragraph>
      <Paragraph>{taking.what}</Paragraph>
      <KeptForm notDone={actionData} className="form-end">
        <Button type="submit" data-color="danger" aria-disabled={useSending()}>
          {taking.yes}
        </Button>
        <Link className="ds-link" to="/administrasjon/nokler">
          {taking.no}
        </Link>
      </KeptForm>
    </Page>
  );
}
