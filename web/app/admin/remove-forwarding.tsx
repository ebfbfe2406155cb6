import { forwardings, removeForwarding } from '@kursdugnad/core/contract/lrs.js';
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { data, Link, redirect } from 'react-router';
import type { Route } from './+types/remove-forwarding.js';
import { api } from '../server/api.server.js';
import { notDone } from '../server/not-done.server.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { KeptForm, useSending } from '../ui/kept-form.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { forwardings: all } = await api(request, context).call(forwardings, {});
  const found = all.find(({ id }) => id === params.forwarding);
  if (!found) throw data(null, { status: 404 });
  return { found };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  try {
    await api(request, context).call(removeForwarding, { forwarding: params.forwarding });
    return redirect('/administrasjon/videresending?fjernet=ja', 303);
  } catch (error) {
    return notDone(error, form);
  }
}

export default function RemoveForwarding({ loaderData: { found }, actionData }: Route.ComponentProps) {
  const words = useWords();
  const { forwarding } = words.lrs;
  const { removing } = forwarding;
  const to = '/administrasjon/videresending';
  return (
    <Page
      above={<Breadcrumbs label={words.admin.youAreHere} places={[{ to, name: forwarding.title }]} />}
      title={removing.title}
      introduction={<strong>{found.label}</strong>}
      narrow
    >
      {found.behind > 0 && <Paragraph>{forwarding.behind(found.behind)}</Paragraph>}
      <Paragraph>{removing.what}</Paragraph>
      <KeptForm notDone={actionData} className="form-end">
        <Button type="submit" data-color="danger" aria-disabled={useSending()}>
          {removing.yes}
        </Button>
        <Link className="ds-link" to={to}>
          {removing.no}
        </Link>
      </KeptForm>
    </Page>
  );
}
