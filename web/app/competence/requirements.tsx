import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import { requirements, type RequirementView, roles } from '@kursdugnad/core/contract/competence.js';
import { Alert, Button, Heading } from '@digdir/designsystemet-react';
import { Link, redirect } from 'react-router';
import type { Route } from './+types/requirements.js';
import { api } from '../server/api.server.js';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';
import { byRole, type RoleGroup } from './by-role.js';
import { RequirementRow } from './requirement-row.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const course = search.get('kurs');
  if (course !== null) return redirect(`/kompetansekrav/nytt?kurs=${encodeURIComponent(course)}`);
  const client = api(request, context);
  const [stated, held] = await Promise.all([client.call(requirements, {}), client.call(roles, {})]);
  return {
    groups: byRole(stated.requirements, held),
    fresh: stated.requirements.find(({ id }) => id === search.get('stilt'))?.competence ?? null,
    ended: search.has('avsluttet'),
    today: dayInNorway(new Date().toISOString()),
  };
}

export default function Requirements({ loaderData }: Route.ComponentProps) {
  const { competence: words } = useWords();
  const { groups, fresh, ended, today } = loaderData;
  const create = (
    <Button asChild>
      <Link to="/kompetansekrav/nytt">{words.create}</Link>
    </Button>
  );
  return (
    <Page title={words.title} introduction={words.introduction} action={create}>
      {fresh !== null && (
        <Alert data-color="success" role="status">
          {words.stated(fresh)}
        </Alert>
      )}
      {ended && (
        <Alert data-color="success" role="status">
          {words.ended}
        </Alert>
      )}
      {groups.length === 0 && <EmptyState {...words.none} />}
      {groups.map((group) => (
        <Group key={group.role?.id ?? ''} group={group} today={today} />
      ))}
    </Page>
  );
}

function Group({ group, today }: { group: RoleGroup<RequirementView>; today: string }) {
  const { competence: words } = useWords();
  return (
    <section className="role-group">
      <div className="role-group-top">
        <Heading level={2} data-size="sm">
          {group.role?.name ?? words.everybody}
        </Heading>
        <span className="quiet">{words.rolePeople(group.people)}</span>
      </div>
      <ul className="plain-list">
        {group.requirements.map((requirement) => (
          <RequirementRow key={requirement.id} requirement={requirement} today={today} />
        ))}
      </ul>
    </section>
  );
}
