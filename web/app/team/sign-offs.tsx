import { ApiProblem } from '@kursdugnad/core/contract/client.js';
import { dayInNorway } from '@kursdugnad/core/contract/day-in-norway.js';
import { signOff, teamSignOffs } from '@kursdugnad/core/contract/teams.js';
import { data } from 'react-router';
import type { Route } from './+types/sign-offs.js';
import { api } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';
import { type Signed, SignOffList } from './sign-off-list.js';
import { inPlainWords } from './waiting-sign-offs.server.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { unit, signOffs } = await api(request, context).call(teamSignOffs, { unit: params.unit });
  return { unit, signOffs: inPlainWords(signOffs), today: dayInNorway(new Date().toISOString()) };
}

/** Also from the page about one person. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const { unit } = params;
  const form = await request.formData();
  const [person, registration, task] = ['person', 'registration', 'task'].map((name) => formText(form, name));
  const approved = formText(form, 'svar') === 'godkjent';
  const client = api(request, context);
  const { signOffs } = await client.call(teamSignOffs, { unit });
  const found = inPlainWords(signOffs).find((one) => one.registration === registration && one.task.id === task);
  try {
    await client.call(signOff, {
      unit,
      person: person ?? '',
      registration: registration ?? '',
      task: task ?? '',
      approved,
    });
    return data<Signed>({ approved, person: found?.person.name ?? '', task: found?.task.title ?? '' });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return data<Signed>({ refused: error.message }, { status: error.status });
  }
}

export default function SignOffs({ loaderData: { unit, signOffs, today }, actionData }: Route.ComponentProps) {
  const { team } = useWords();
  const { signOffs: words } = team;
  return (
    <Page
      above={<Breadcrumbs label={team.youAreHere} places={[{ to: `/team/${unit.id}`, name: unit.name }]} />}
      title={words.title}
      introduction={words.introduction}
      narrow
    >
      <SignOffList unit={unit.id} signOffs={signOffs} today={today} before={actionData} />
      {signOffs.length === 0 && <EmptyState {...words.nobody} />}
    </Page>
  );
}
