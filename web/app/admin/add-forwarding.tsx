import { addForwarding } from '@kursdugnad/core/contract/lrs.js';
import { Button } from '@digdir/designsystemet-react';
import { Link, redirect } from 'react-router';
import type { Route } from './+types/add-forwarding.js';
import { api } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { notDone, notUnderstood } from '../server/not-done.server.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { ChoiceField, TextArea, TextField } from '../ui/fields.js';
import { KeptForm, useSending } from '../ui/kept-form.js';
import { Page } from '../ui/page.js';
import { wordsIn } from '../words/all.server.js';
import { useWords } from '../words/words.js';
import { languageOfCaller } from './language-of-caller.server.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  await languageOfCaller(request, context);
  return null;
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const asked = addForwarding.body.safeParse({
    ...Object.fromEntries(['label', 'url', 'key', 'secret', 'from'].map((name) => [name, formText(form, name)])),
    verbs: linesIn(formText(form, 'verbs')),
    activities: linesIn(formText(form, 'activities')),
  });
  if (!asked.success) {
    const { problems } = wordsIn(await languageOfCaller(request, context)).lrs.forwarding.form;
    return notUnderstood(asked.error, form, (field) => problems[field as keyof typeof problems] ?? field);
  }
  try {
    await api(request, context).call(addForwarding, asked.data);
    return redirect('/administrasjon/videresending?ny=ja', 303);
  } catch (error) {
    return notDone(error, form);
  }
}

function linesIn(text: string): string[] {
  return text
    .split(/\s+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export default function AddForwarding({ actionData }: Route.ComponentProps) {
  const words = useWords();
  const { forwarding } = words.lrs;
  const { form } = forwarding;
  const from = (['now', 'beginning'] as const).map((value) => ({ value, label: form.fromChoices[value] }));
  return (
    <Page
      above={
        <Breadcrumbs
          label={words.admin.youAreHere}
          places={[{ to: '/administrasjon/videresending', name: forwarding.title }]}
        />
      }
      title={form.title}
      introduction={form.introduction}
      narrow
    >
      <KeptForm notDone={actionData} className="tall-form">
        <TextField name="label" label={form.label} maxLength={80} autoComplete="off" />
        <TextField name="url" label={form.url} hint={form.urlHint} inputMode="url" maxLength={500} autoComplete="off" />
        <TextField name="key" label={form.key} maxLength={300} autoComplete="off" />
        <TextField name="secret" label={form.secret} type="password" maxLength={300} autoComplete="new-password" />
        <ChoiceField name="from" label={form.from} startValue="now" options={from} />
        <TextArea name="verbs" label={form.verbs} hint={form.linesHint} rows={2} />
        <TextArea name="activities" label={form.activities} hint={form.activitiesHint} rows={2} />
        <div className="form-end">
          <Button type="submit" aria-disabled={useSending()}>
            {form.add}
          </Button>
          <Link className="ds-link" to="/administrasjon/videresending">
            {form.cancel}
          </Link>
        </div>
      </KeptForm>
    </Page>
  );
}
