import { whoLooked } from '@kursdugnad/core/contract/teams.js';
import type { Route } from './+types/who-looked.js';
import { api } from '../server/api.server.js';
import { momentIn } from '../ui/dates.js';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  return api(request, context).call(whoLooked, {});
}

/** Privacy: whoever is looked at sees who looked. */
export default function WhoLooked({ loaderData: { looks } }: Route.ComponentProps) {
  const words = useWords();
  const { looked } = words.learn;
  return (
    <Page title={looked.title} introduction={looked.introduction} narrow>
      {looks.length === 0 && <EmptyState {...looked.nobody} />}
      <ul className="plain-list">
        {looks.map(({ at, by, what }) => (
          <li key={at + by + what} className="guide-row">
            <strong>{by}</strong>
            <span>{looked.what[what]}</span>
            <span className="quiet">{momentIn(words, at)}</span>
          </li>
        ))}
      </ul>
    </Page>
  );
}
