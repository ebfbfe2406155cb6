import { findPeople } from '@kursdugnad/core/contract/erasure.js';
import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { Form, Link } from 'react-router';
import type { Route } from './+types/find-person.js';
import { api } from '../server/api.server.js';
import { EmptyState } from '../ui/empty-state.js';
import { TextField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';
import { languageOfCaller } from './language-of-caller.server.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const sought = (search.get('sok') ?? '').trim().slice(0, 100);
  await languageOfCaller(request, context);
  const people = sought.length < 2 ? null : (await api(request, context).call(findPeople, { q: sought })).people;
  return { sought, people, isErased: search.has('slettet') };
}

/** Whom it is about; nothing happens here. */
export default function FindPerson({ loaderData: { sought, people, isErased } }: Route.ComponentProps) {
  const { erasure: words } = useWords().lrs;
  return (
    <Page title={words.title} introduction={words.introduction} narrow>
      {isErased && (
        <Alert data-color="success" role="status">
          {words.erased}
        </Alert>
      )}
      <Paragraph>{words.note}</Paragraph>
      <Form method="get" className="search-line" role="search">
        <TextField key={sought} name="sok" label={words.find} startValue={sought} maxLength={100} autoComplete="off" />
        <Button type="submit" variant="secondary">
          {words.search}
        </Button>
      </Form>
      {people?.length === 0 && <EmptyState {...words.nobody} />}
      <ul className="plain-list admin-rows">
        {people?.map(({ id, name, email, unit }) => (
          <li key={id}>
            <Link className="ds-link" to={`/administrasjon/slett-person/${id}`}>
              {name}
            </Link>
            <p className="quiet">{[email, unit].filter(Boolean).join(', ')}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
