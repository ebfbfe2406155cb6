import { type LrsKey, makeLrsKey } from '@kursdugnad/core/contract/lrs.js';
import { dayInNorway } from '@kursdugnad/core/contract/day-in-norway.js';
import { Alert, Button } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { data, Link } from 'react-router';
import type { Route } from './+types/make-key.js';
import { api } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { notDone, notUnderstood } from '../server/not-done.server.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { CheckFields } from '../ui/check-fields.js';
import { CommandLine } from '../ui/command-line.js';
import { Fact, Facts } from '../ui/facts.js';
import { TextField } from '../ui/fields.js';
import { KeptForm, type NotDone, useSending } from '../ui/kept-form.js';
import { Page } from '../ui/page.js';
import { wordsIn } from '../words/all.server.js';
import { useWords } from '../words/words.js';
import { curlLine } from './curl-line.js';
import { languageOfCaller } from './language-of-caller.server.js';

/** What a key may do, the most asked for first. */
const scopes: LrsKey['scopes'] = [
  'statements/write',
  'statements/read/mine',
  'statements/read',
  'state',
  'profile',
  'all/read',
  'all',
];

export async function loader({ request, context }: Route.LoaderArgs) {
  await languageOfCaller(request, context);
  return {
    endpoint: `${new URL(request.url).origin}/xapi/`,
    today: dayInNorway(new Date().toISOString()),
  };
}

interface Made {
  made: { key: LrsKey; secret: string };
}

/** The secret is in this answer alone: never in an address, and on no page that is opened again. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const asked = makeLrsKey.body.safeParse({
    label: formText(form, 'label'),
    scopes: scopes.filter((scope) => formText(form, scope) === 'on'),
    expires: formText(form, 'expires') || null,
  });
  if (!asked.success) {
    const { problems } = wordsIn(await languageOfCaller(request, context)).lrs.keys.form;
    return notUnderstood(asked.error, form, (field) => problems[field as keyof typeof problems] ?? field);
  }
  try {
    const made = await api(request, context).call(makeLrsKey, asked.data);
    return data<Made>({ made }, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return notDone(error, form);
  }
}

export default function MakeKey({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords();
  const { keys } = words.lrs;
  const above = (
    <Breadcrumbs label={words.admin.youAreHere} places={[{ to: '/administrasjon/nokler', name: keys.title }]} />
  );
  if (actionData && 'made' in actionData)
    return <MadeKey above={above} endpoint={loaderData.endpoint} made={actionData.made} />;
  return (
    <Page above={above} title={keys.form.title} introduction={keys.form.introduction} narrow>
      <MakeForm {...loaderData} notDone={actionData ?? null} />
    </Page>
  );
}

function MakeForm({ today, notDone: problems }: Route.ComponentProps['loaderData'] & { notDone: NotDone | null }) {
  const { keys } = useWords().lrs;
  const { form } = keys;
  return (
    <KeptForm notDone={problems} className="tall-form">
      <TextField name="label" label={form.label} hint={form.labelHint} maxLength={80} autoComplete="off" />
      <CheckFields
        name="scopes"
        legend={form.scopes}
        options={scopes.map((scope) => ({ name: scope, label: keys.scopes[scope] }))}
      />
      <TextField name="expires" label={form.expires} hint={form.expiresHint} type="date" min={today} />
      <div className="form-end">
        <Button type="submit" aria-disabled={useSending()}>
          {form.make}
        </Button>
        <Link className="ds-link" to="/administrasjon/nokler">
          {form.cancel}
        </Link>
      </div>
    </KeptForm>
  );
}

/** The one time that the secret is shown, with all one needs to use it. */
function MadeKey({ above, endpoint, made }: { above: ReactNode; endpoint: string } & Made) {
  const { keys } = useWords().lrs;
  const { ready: said } = keys;
  const { key, secret } = made;
  const copying = { copy: said.copy, copied: said.copied };
  return (
    <Page above={above} title={said.title(key.label)} narrow>
      <Alert data-color="warning">{said.once}</Alert>
      <Facts title={said.use}>
        <Fact name={said.endpoint}>
          <CommandLine label={said.endpoint} command={endpoint} {...copying} />
        </Fact>
        <Fact name={said.key}>
          <CommandLine label={said.key} command={key.key} {...copying} />
        </Fact>
        <Fact name={said.secret}>
          <CommandLine label={said.secret} command={secret} {...copying} />
        </Fact>
      </Facts>
      <p>{said.tryIt}</p>
      <CommandLine label={said.command} command={curlLine(endpoint, key, secret)} {...copying} />
      <p>
        <Link className="ds-link" to="/administrasjon/nokler">
          {said.done}
        </Link>
      </p>
    </Page>
  );
}
