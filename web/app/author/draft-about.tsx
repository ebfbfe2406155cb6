import { checkDraft, readDraft, saveDraftAbout, type WrittenFact } from '@kursdugnad/core/contract/authoring.js';
import { Button } from '@digdir/designsystemet-react';
import { data, redirect } from 'react-router';
import type { Route } from './+types/draft-about.js';
import { api } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { notDone } from '../server/not-done.server.js';
import { ChoiceField, TextArea, TextField } from '../ui/fields.js';
import { Fold } from '../ui/fold.js';
import { KeptForm, useSending } from '../ui/kept-form.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';
import { DraftCrumbs } from './draft-crumbs.js';

const licences = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-ND-4.0', 'CC0-1.0'] as const;
const inMain = [
  'title',
  'summary',
  'minutes',
  'topics',
  'publisher',
  'pass',
  'valid',
  'sources',
  'licence',
  'language',
];
const inTranslation = ['title', 'summary', 'sources'];

const mostFacts = 50;

const pathAsked = (request: Request) => new URL(request.url).searchParams.get('fil') ?? 'guide.md';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const client = api(request, context);
  const path = pathAsked(request);
  const [{ draft, files }, checked] = await Promise.all([
    client.call(readDraft, { draft: params.draft }),
    client.call(checkDraft, { draft: params.draft }),
  ]);
  const file = files.find((one) => one.path === path);
  if (!file) throw data(null, { status: 404 });
  const problems = checked.problems.filter((problem) => problem.file === path && problem.line <= topLines(file.text));
  return {
    draft,
    path,
    revision: file.revision,
    about: checked.about[path] ?? {},
    facts: checked.facts,
    problems,
  };
}

/** How many lines the front matter takes. */
function topLines(text: string | null): number {
  const lines = (text ?? '').split('\n');
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---');
  return lines[0]?.trimEnd() === '---' && end > 0 ? end + 1 : 1;
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const path = pathAsked(request);
  const fields = path === 'guide.md' ? inMain : inTranslation;
  const values = Object.fromEntries(fields.map((field) => [field, valueOf(field, formText(form, field))]));
  try {
    const basedOn = Number(formText(form, 'basedOn'));
    const facts = path === 'guide.md' ? factsIn(form) : undefined;
    await api(request, context).call(saveDraftAbout, { draft: params.draft, path, values, facts, basedOn });
    return redirect(`/mine-kurs/utkast/${params.draft}?fil=${path}`);
  } catch (error) {
    return notDone(error, form);
  }
}

/** Rows of the form with a name. */
function factsIn(form: FormData): WrittenFact[] {
  const said = (field: string, row: number) => formText(form, `fact-${field}-${row}`).trim();
  const rows = Array.from({ length: mostFacts }, (_, row) => ({
    name: said('name', row).replace(/[{}]/gu, ''),
    description: said('description', row),
    default: said('default', row),
  }));
  return rows.filter(({ name }) => name !== '');
}

function valueOf(field: string, typed: string): string | string[] {
  const list = (parts: string[]) => parts.map((part) => part.trim()).filter(Boolean);
  if (field === 'topics') return list(typed.toLocaleLowerCase('nb').split(/[,\n]/u));
  if (field === 'sources') return list(typed.split('\n'));
  return typed.replace(/\s+/gu, ' ').trim();
}

export default function DraftAbout({ loaderData, actionData }: Route.ComponentProps) {
  const { editor } = useWords();
  const { draft, path, revision, about, facts, problems } = loaderData;
  const isMain = path === 'guide.md';
  const isSending = useSending();
  return (
    <Page
      above={<DraftCrumbs draft={draft} />}
      title={editor.about.title}
      introduction={editor.about.introduction}
      narrow
    >
      {problems.length > 0 && (
        <ul className="top-problems">
          {problems.map(({ message, mend, rule }) => (
            <li key={rule + message}>
              {message} {mend}
            </li>
          ))}
        </ul>
      )}
      <KeptForm notDone={actionData}>
        <input type="hidden" name="basedOn" value={revision} />
        {(isMain ? inMain : inTranslation).map((field) => (
          <AboutField key={field} field={field} written={about[field] ?? ''} />
        ))}
        {isMain && <FactFields facts={facts} />}
        <Button type="submit" disabled={isSending}>
          {editor.about.save}
        </Button>
      </KeptForm>
    </Page>
  );
}

/** The facts that are there, and room for two more. */
function FactFields({ facts }: { facts: WrittenFact[] }) {
  const { facts: words } = useWords().editor.about;
  const none = { name: '', description: '', default: '' };
  return (
    <Fold id="lokale-opplysninger" title={words.title} open={facts.length > 0}>
      <p>{words.note}</p>
      {[...facts, none, none].map(({ name, description, default: standing }, row) => (
        <div key={`${row} ${name}`} className="fact-fields">
          <TextField name={`fact-name-${row}`} label={words.name(row + 1)} startValue={name} />
          <TextField name={`fact-description-${row}`} label={words.description(row + 1)} startValue={description} />
          <TextField name={`fact-default-${row}`} label={words.standing(row + 1)} startValue={standing} />
        </div>
      ))}
    </Fold>
  );
}

function AboutField({ field, written }: { field: string; written: string | string[] }) {
  const { about, languages } = useWords().editor;
  const label = (about.fields as Record<string, string>)[field] ?? field;
  const hint = (about.hints as Record<string, string>)[field];
  const text = typeof written === 'string' ? written : written.join(field === 'topics' ? ', ' : '\n');
  const shared = { name: field, label, hint, startValue: text };
  if (field === 'licence') {
    const options = licences.map((value) => ({ value, label: about.licences[value] }));
    return <ChoiceField {...shared} options={options} />;
  }
  if (field === 'language') {
    const options = (['nb', 'nn', 'en'] as const).map((value) => ({ value, label: languages[value] }));
    return <ChoiceField {...shared} options={options} />;
  }
  if (field === 'summary' || field === 'sources') return <TextArea {...shared} rows={3} />;
  const isNumber = ['minutes', 'pass', 'valid'].includes(field);
  return <TextField {...shared} {...(isNumber ? { inputMode: 'numeric' as const } : {})} />;
}
