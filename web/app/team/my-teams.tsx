import { myTeams } from '@kursdugnad/core/contract/teams.js';
import { Link, redirect } from 'react-router';
import type { Route } from './+types/my-teams.js';
import { api } from '../server/api.server.js';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';
import { StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { teams } = await api(request, context).call(myTeams, {});
  const [first] = teams;
  if (first && teams.length === 1) return redirect(`/team/${first.id}`);
  return { teams };
}

export default function MyTeams({ loaderData: { teams } }: Route.ComponentProps) {
  const { team: words } = useWords();
  if (teams.length === 0) {
    return (
      <Page title={words.title} narrow>
        <EmptyState {...words.noTeams} />
      </Page>
    );
  }
  return (
    <Page title={words.title} introduction={words.introduction} narrow>
      <ul className="plain-list unit-list">
        {teams.map((team) => (
          <li key={team.id}>
            <Link className="ds-link" to={`/team/${team.id}`}>
              {team.name}
            </Link>
            <span>{words.people(team.people)}</span>
            <StatusSign sign={team.overdue > 0 ? 'urgent' : 'done'}>
              {team.overdue > 0 ? words.overdue(team.overdue) : words.nothingOverdue}
            </StatusSign>
          </li>
        ))}
      </ul>
    </Page>
  );
}
