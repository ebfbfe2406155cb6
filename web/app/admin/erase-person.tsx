import { type ErasureCounts, erasePerson, tryErasure } from '@kursdugnad/core/contract/erasure.js';
import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { data, Link, redirect } from 'react-router';
import type { Route } from './+types/erase-person.js';
import { api } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { notDone } from '../server/not-done.server.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { CheckField } from '../ui/check-fields.js';
import { Fact, Facts } from '../ui/facts.js';
import { grouped } from '../ui/grouped.js';
import { KeptForm, type NotDone, useSending } from '../ui/kept-form.js';
import { Page } from '../ui/page.js';
import { wordsIn } from '../words/all.server.js';
import { useWords } from '../words/words.js';
import { languageOfCaller } from './language-of-caller.server.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  return api(request, context).call(tryErasure, { person: params.person });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  if (formText(form, 'sure') !== 'on') {
    const { sureProblem } = wordsIn(await languageOfCaller(request, context)).lrs.erasure.confirm;
    return data<NotDone>({ problems: [{ at: 'sure', message: sureProblem }], typed: {} }, { status: 422 });
  }
  try {
    await api(request, context).call(erasePerson, { person: params.person });
    return redirect('/administrasjon/slett-person?slettet=ja', 303);
  } catch (error) {
    return notDone(error, form);
  }
}

const deleted = ['documents', 'attachments', 'fulfilments', 'mails', 'employments'] as const;
const nameless = ['statements', 'registrations'] as const;

/** What there is of the person in numbers, before it is gone for good. */
export default function ErasePerson({ loaderData: { person, counts }, actionData }: Route.ComponentProps) {
  const words = useWords();
  const { erasure } = words.lrs;
  const { confirm } = erasure;
  const to = '/administrasjon/slett-person';
  return (
    <Page
      above={<Breadcrumbs label={words.admin.youAreHere} places={[{ to, name: erasure.title }]} />}
      title={confirm.title(person.name)}
      introduction={person.email}
      narrow
    >
      <Alert data-color="danger">{confirm.forGood}</Alert>
      <Counts title={confirm.deleted} kinds={deleted} counts={counts} />
      <Counts title={confirm.nameless} kinds={nameless} counts={counts} />
      <Paragraph>{confirm.logged}</Paragraph>
      <KeptForm notDone={actionData} className="tall-form">
        <CheckField name="sure" label={confirm.sure(person.name)} />
        <div className="form-end">
          <Button type="submit" data-color="danger" aria-disabled={useSending()}>
            {confirm.yes}
          </Button>
          <Link className="ds-link" to={to}>
            {confirm.no}
          </Link>
        </div>
      </KeptForm>
    </Page>
  );
}

interface CountsProps {
  title: string;
  kinds: readonly (keyof ErasureCounts)[];
  counts: ErasureCounts;
}

function Counts({ title, kinds, counts }: CountsProps) {
  const { kinds: names } = useWords().lrs.erasure.confirm;
  return (
    <Facts title={title}>
      {kinds.map((kind) => (
        <Fact key={kind} name={names[kind]}>
          {grouped(counts[kind])}
        </Fact>
      ))}
    </Facts>
  );
}
