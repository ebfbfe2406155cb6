import { localFacts, saveLocalFacts } from '@kursdugnad/core/contract/local-facts.js';
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { Link, redirect } from 'react-router';
import type { Route } from './+types/local-facts.js';
import { api } from '../server/api.server.js';
import { notDone } from '../server/not-done.server.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { momentIn } from '../ui/dates.js';
import { EmptyState } from '../ui/empty-state.js';
import { TextField } from '../ui/fields.js';
import { Fold } from '../ui/fold.js';
import { KeptForm, useSending } from '../ui/kept-form.js';
import { Page } from '../ui/page.js';
import { useWords, type Words } from '../words/words.js';

export function loader({ request, params, context }: Route.LoaderArgs) {
  return api(request, context).call(localFacts, { course: params.course });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const values = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  try {
    await api(request, context).call(saveLocalFacts, { course: params.course, values });
  } catch (error) {
    return notDone(error, form);
  }
  return redirect(`/katalog/${params.course}?opplysninger=lagret`, 303);
}

export default function LocalFacts({ loaderData, actionData }: Route.ComponentProps) {
  const { catalogue } = useWords();
  const { localFacts: words } = catalogue;
  const { course, facts, changes } = loaderData;
  const back = `/katalog/${course.id}`;
  return (
    <Page
      above={
        <Breadcrumbs
          label={catalogue.youAreHere}
          places={[
            { to: '/katalog', name: catalogue.title },
            { to: back, name: course.title },
          ]}
        />
      }
      title={words.title}
      introduction={words.introduction(course.title)}
      narrow
    >
      {facts.length === 0 ? <EmptyState {...words.none} /> : <FactForm {...{ facts, actionData, back }} />}
      {changes.length > 0 && <Changes facts={facts} changes={changes} />}
    </Page>
  );
}

type Loaded = Route.ComponentProps['loaderData'];
type AskedFact = Loaded['facts'][number];

interface FactFormProps {
  facts: AskedFact[];
  actionData: Route.ComponentProps['actionData'];
  back: string;
}

function FactForm({ facts, actionData, back }: FactFormProps) {
  const { localFacts: words } = useWords().catalogue;
  return (
    <KeptForm notDone={actionData} className="tall-form">
      <Paragraph>{words.shown}</Paragraph>
      {facts.map((fact) => (
        <TextField
          key={fact.name}
          name={fact.name}
          label={fact.description}
          hint={hintOf(fact, words)}
          startValue={fact.value}
          inputMode={inputs[fact.kind]}
          autoComplete="off"
        />
      ))}
      <div className="form-end">
        <Button type="submit" aria-disabled={useSending()}>
          {words.save}
        </Button>
        <Link className="ds-link" to={back}>
          {words.cancel}
        </Link>
      </div>
    </KeptForm>
  );
}

const inputs = { text: 'text', phone: 'tel', email: 'email', url: 'url' } as const;

/** What stands there otherwise, and where else it is shown. */
function hintOf(fact: AskedFact, words: Words['catalogue']['localFacts']): string {
  const otherwise = fact.default === undefined ? words.needed : words.otherwise(fact.default);
  return fact.alsoIn.length === 0 ? otherwise : `${otherwise} ${words.alsoIn(fact.alsoIn.join(', '))}`;
}

function Changes({ facts, changes }: Pick<Loaded, 'facts' | 'changes'>) {
  const words = useWords();
  const { localFacts } = words.catalogue;
  const nameOf = (name: string) => facts.find((fact) => fact.name === name)?.description ?? name;
  return (
    <Fold id="endringer" title={localFacts.changes(changes.length)}>
      <ul className="plain-list">
        {changes.map(({ name, value, at, by }) => (
          <li key={at + name}>
            {value === ''
              ? localFacts.takenAway(momentIn(words, at), by, nameOf(name))
              : `${localFacts.changed(momentIn(words, at), by, nameOf(name))} «${value}»`}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
