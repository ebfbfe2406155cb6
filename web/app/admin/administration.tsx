import { Heading } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { Route } from './+types/administration.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';
import { languageOfCaller } from './language-of-caller.server.js';
import { places } from './section.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  await languageOfCaller(request, context);
  return null;
}

/** What an administrator can do, and what each place is for. */
export default function Administration() {
  const { section } = useWords().admin;
  return (
    <Page title={section.title} introduction={section.introduction} narrow>
      <ul className="plain-list admin-places">
        {places.map(({ to, name }) => (
          <li key={to}>
            <Heading level={2} data-size="2xs">
              <Link className="ds-link" to={to}>
                {section.places[name].name}
              </Link>
            </Heading>
            <p>{section.places[name].what}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
