import { endRequirement, requirements } from '@kursdugnad/core/contract/competence.js';
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { data, Link, redirect } from 'react-router';
import type { Route } from './+types/end-requirement.js';
import { api } from '../server/api.server.js';
import { notDone } from '../server/not-done.server.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { KeptForm, useSending } from '../ui/kept-form.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const stated = await api(request, context).call(requirements, {});
  const requirement = stated.requirements.find(({ id }) => id === params.requirement);
  if (!requirement) throw data(null, { status: 404 });
  return { requirement };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  try {
    await api(request, context).call(endRequirement, { requirement: params.requirement });
    return redirect('/kompetansekrav?avsluttet=ja', 303);
  } catch (error) {
    return notDone(error, form);
  }
}

/** A page of its own, so that nobody ends a requirement by a slip of the hand. */
export default function EndRequirement({ loaderData: { requirement }, actionData }: Route.ComponentProps) {
  const { competence: words } = useWords();
  const { ending } = words;
  const role = requirement.role?.name ?? words.everybody.toLocaleLowerCase('nb');
  return (
    <Page
      above={<Breadcrumbs label={words.youAreHere} places={[{ to: '/kompetansekrav', name: words.title }]} />}
      title={ending.title}
      introduction={<strong>{ending.which(requirement.competence, role)}</strong>}
      narrow
    >
      <Paragraph>
        {ending.people(requirement.people)} {ending.what}
      </Paragraph>
      <Paragraph>{ending.kept}</Paragraph>
      <KeptForm notDone={actionData} className="form-end">
        <Button type="submit" data-color="danger" aria-disabled={useSending()}>
          {ending.yes}
        </Button>
        <Link className="ds-link" to="/kompetansekrav">
          {ending.no}
        </Link>
      </KeptForm>
    </Page>
  );
}
