import { searchCatalogue } from '@kursdugnad/core/contract/catalogue.js';
import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import { roles, stateRequirement } from '@kursdugnad/core/contract/competence.js';
import { whoAmI } from '@kursdugnad/core/contract/login.js';
import { Button } from '@digdir/designsystemet-react';
import { Link, redirect } from 'react-router';
import type { Route } from './+types/state-requirement.js';
import { api } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { notDone, notUnderstood } from '../server/not-done.server.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { EmptyState } from '../ui/empty-state.js';
import { ChoiceField, TextField } from '../ui/fields.js';
import { KeptForm, useSending } from '../ui/kept-form.js';
import { Page } from '../ui/page.js';
import { wordsIn } from '../words/all.server.js';
import { useWords } from '../words/words.js';

/** How the form says "everybody", which has no id. */
const everybody = 'alle';

export async function loader({ request, context }: Route.LoaderArgs) {
  const client = api(request, context);
  const [held, { items }] = await Promise.all([client.call(roles, {}), client.call(searchCatalogue, { inUse: 'yes' })]);
  const courses = items.map(({ id, title }) => ({ id, title })).sort((a, b) => a.title.localeCompare(b.title, 'nb'));
  const asked = new URL(request.url).searchParams.get('kurs');
  return { held, courses, chosen: courses.find(({ id }) => id === asked) ?? null, today: dayInNorway(now()) };
}

const now = () => new Date().toISOString();

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const client = api(request, context);
  const asked = stateRequirement.body.safeParse(askedIn(form));
  if (!asked.success) {
    const { problems } = wordsIn((await client.call(whoAmI, {})).language).competence.form;
    return notUnderstood(asked.error, form, (field) => problems[field as keyof typeof problems] ?? field);
  }
  try {
    const { id } = await client.call(stateRequirement, asked.data);
    return redirect(`/kompetansekrav?stilt=${id}#krav-${id}`, 303);
  } catch (error) {
    return notDone(error, form);
  }
}

function askedIn(form: FormData) {
  const text = (name: string) => formText(form, name).trim();
  const number = (name: string) => (text(name) === '' ? undefined : Number(text(name).replace(',', '.')));
  const role = text('role');
  return {
    competence: text('competence'),
    role: role === everybody ? null : role,
    course: text('course'),
    deadlineDays: number('deadlineDays'),
    validMonths: number('validMonths') ?? null,
    from: text('from') || undefined,
  };
}

export default function StateRequirement({ loaderData, actionData }: Route.ComponentProps) {
  const { competence: words } = useWords();
  const { form } = words;
  const above = <Breadcrumbs label={words.youAreHere} places={[{ to: '/kompetansekrav', name: words.title }]} />;
  if (loaderData.courses.length === 0) {
    return (
      <Page above={above} title={form.title} narrow>
        <EmptyState {...form.noCourses}>
          <Button asChild>
            <Link to="/katalog">{form.toCatalogue}</Link>
          </Button>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page above={above} title={form.title} introduction={form.introduction} narrow>
      <KeptForm notDone={actionData} className="tall-form">
        <Fields {...loaderData} />
        <div className="form-end">
          <Button type="submit" aria-disabled={useSending()}>
            {form.state}
          </Button>
          <Link className="ds-link" to="/kompetansekrav">
            {form.cancel}
          </Link>
        </div>
      </KeptForm>
    </Page>
  );
}

function Fields({ held, courses, chosen, today }: Route.ComponentProps['loaderData']) {
  const { form } = useWords().competence;
  const roleOptions = [
    { value: everybody, label: form.everybody(held.everybody) },
    ...held.roles.map(({ id, name, people }) => ({ value: id, label: form.roleOption(name, people) })),
  ];
  const courseOptions = [
    { value: '', label: form.chooseCourse },
    ...courses.map(({ id, title }) => ({ value: id, label: title })),
  ];
  const moreCourses = (
    <>
      {form.courseHint}{' '}
      <Link className="ds-link" to="/katalog?ibruk=nei">
        {form.moreCourses}
      </Link>
    </>
  );
  return (
    <>
      <TextField
        name="competence"
        label={form.competence}
        hint={form.competenceHint}
        startValue={chosen?.title}
        maxLength={80}
      />
      <ChoiceField name="role" label={form.role} options={roleOptions} />
      <ChoiceField
        name="course"
        label={form.course}
        hint={moreCourses}
        startValue={chosen?.id ?? ''}
        options={courseOptions}
      />
      <TextField name="validMonths" label={form.validMonths} hint={form.validHint} inputMode="numeric" />
      <TextField
        name="deadlineDays"
        label={form.deadlineDays}
        hint={form.deadlineHint}
        startValue="30"
        inputMode="numeric"
      />
      <TextField name="from" label={form.from} hint={form.fromHint} type="date" min={today} />
    </>
  );
}
