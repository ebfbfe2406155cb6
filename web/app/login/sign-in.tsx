import { Button, Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import { ApiProblem } from '@kursdugnad/core/contract/client.js';
import { demoPeople, signInAsDemo } from '@kursdugnad/core/contract/login.js';
import { data, Form, redirect, useSearchParams } from 'react-router';
import type { Route } from './+types/sign-in.js';
import { plainApi } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { sessionCookieHeader } from '../server/session.server.js';
import { wayBack } from '../server/way-back.server.js';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  return plainApi(request, context).call(demoPeople, {});
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  try {
    const person = formText(form, 'person');
    const { token, seconds } = await plainApi(request, context).call(signInAsDemo, { person });
    const headers = { 'set-cookie': sessionCookieHeader(token, seconds, context) };
    return redirect(wayBack(form.get('til'), '/mine-guider'), { status: 303, headers });
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500) return data({ gone: true }, { status: error.status });
    throw error;
  }
}

/** What each kind of person is here to show, in the order a visitor would try them. */
const purposes = ['learner', 'leader', 'author', 'coordinator', 'administrator'] as const;

export default function SignIn({ loaderData: { people }, actionData }: Route.ComponentProps) {
  const { login: words } = useWords();
  const [search] = useSearchParams();
  if (people.length === 0) {
    return (
      <Page title={words.title} narrow>
        <EmptyState {...words.nobody} />
      </Page>
    );
  }
  return (
    <Page title={words.title} introduction={words.demoIntroduction} narrow>
      {actionData && <Paragraph role="alert">{words.gone}</Paragraph>}
      {search.has('til') && !actionData && <Paragraph>{words.needed}</Paragraph>}
      {purposes.map((purpose) => (
        <Purpose key={purpose} purpose={purpose} people={people.filter((person) => person.as === purpose)} />
      ))}
    </Page>
  );
}

type DemoPerson = Route.ComponentProps['loaderData']['people'][number];

function Purpose({ purpose, people }: { purpose: DemoPerson['as']; people: DemoPerson[] }) {
  const { title, introduction } = useWords().login.as[purpose];
  if (people.length === 0) return null;
  return (
    <section className="sign-in-purpose">
      <Heading level={2} data-size="sm">
        {title}
      </Heading>
      <Paragraph>{introduction}</Paragraph>
      <ul className="plain-list">
        {people.map((person) => (
          <SignInAs key={person.person} person={person} />
        ))}
      </ul>
    </section>
  );
}

function SignInAs({ person }: { person: DemoPerson }) {
  const { login: words } = useWords();
  const [search] = useSearchParams();
  return (
    <Card asChild>
      <li className="sign-in-person">
        <div>
          <strong>{person.name}</strong>
          <div>{words.roleIn(person.role, person.unit)}</div>
          <div className="quiet">{person.municipality}</div>
        </div>
        <Form method="post" reloadDocument>
          <input type="hidden" name="til" value={search.get('til') ?? ''} />
          <Button type="submit" name="person" value={person.person} variant="secondary">
            {words.title}
            <span className="ds-sr-only">{words.asPerson(person.name)}</span>
          </Button>
        </Form>
      </li>
    </Card>
  );
}
