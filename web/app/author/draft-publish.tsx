import { checkDraft, publishDraft, readDraft } from '@kursdugnad/core/contract/authoring.js';
import { foreseeDraft } from '@kursdugnad/core/contract/new-version.js';
import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { Route } from './+types/draft-publish.js';
import { api } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { notDone } from '../server/not-done.server.js';
import { TextField } from '../ui/fields.js';
import { KeptForm, useSending } from '../ui/kept-form.js';
import { Page } from '../ui/page.js';
import { StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';
import { DraftChanges, redoIn } from './draft-changes.js';
import { DraftCrumbs } from './draft-crumbs.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const client = api(request, context);
  const [{ draft }, { problems, revision }] = await Promise.all([
    client.call(readDraft, { draft: params.draft }),
    client.call(checkDraft, { draft: params.draft }),
  ]);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const foreseen = errors.length === 0 ? await client.call(foreseeDraft, { draft: params.draft }) : null;
  return { draft, revision, errors, warnings: problems.length - errors.length, foreseen };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  try {
    const asked = {
      draft: params.draft,
      note: formText(form, 'note').trim(),
      basedOn: Number(formText(form, 'basedOn')),
      redo: redoIn(form),
    };
    return { published: await api(request, context).call(publishDraft, asked) };
  } catch (error) {
    return notDone(error, form);
  }
}

export default function DraftPublish({ loaderData, actionData }: Route.ComponentProps) {
  const { editor } = useWords();
  const { draft, errors } = loaderData;
  const published = actionData && 'published' in actionData ? actionData.published : null;
  const refused = actionData && 'problems' in actionData ? actionData : null;
  return (
    <Page above={<DraftCrumbs draft={draft} />} title={editor.publish.title} narrow>
      {published && <Done published={published} draft={draft.id} />}
      {!published && errors.length > 0 && <Stopped {...loaderData} />}
      {!published && errors.length === 0 && <Ready {...loaderData} refused={refused} />}
    </Page>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function Stopped({ draft, errors }: Loaded) {
  const { publish, problems } = useWords().editor;
  return (
    <>
      <Heading level={2} data-size="sm">
        {publish.stops(errors.length)}
      </Heading>
      <ul className="plain-list found-problems">
        {errors.map(({ file, line, column, rule, message, mend }) => (
          <li key={`${file}${line}${column}${rule}`}>
            <StatusSign sign="urgent">{message}</StatusSign>
            <p>{mend}</p>
            <p className="quiet">{problems.inFile(file, line)}</p>
          </li>
        ))}
      </ul>
      <p>
        <Button asChild>
          <Link to={`/mine-kurs/utkast/${draft.id}?del=feil`}>{publish.backToMend}</Link>
        </Button>
      </p>
    </>
  );
}

type Refused = Parameters<typeof KeptForm>[0]['notDone'];

function Ready({ draft, revision, warnings, foreseen, refused }: Loaded & { refused: Refused }) {
  const { publish } = useWords().editor;
  const isSending = useSending();
  const { published, isPublished } = draft;
  return (
    <>
      <StatusSign sign="done">{publish.ready}</StatusSign>
      {warnings > 0 && (
        <Paragraph>
          <Link className="ds-link" to={`/mine-kurs/utkast/${draft.id}?del=feil`}>
            {publish.advice(warnings)}
          </Link>
        </Paragraph>
      )}
      {isPublished && published !== null && <Paragraph>{publish.same(published)}</Paragraph>}
      {!isPublished && <Paragraph>{published === null ? publish.first : publish.next(published + 1)}</Paragraph>}
      <KeptForm notDone={refused}>
        <input type="hidden" name="basedOn" value={revision} />
        {foreseen && <DraftChanges foreseen={foreseen} />}
        <TextField name="note" label={publish.note} hint={publish.noteHint} maxLength={500} />
        <Button type="submit" disabled={isSending}>
          {publish.submit}
        </Button>
      </KeptForm>
    </>
  );
}

interface DoneProps {
  published: { course: { id: string; title: string }; version: { number: number }; unchanged: boolean };
  draft: string;
}

function Done({ published: { course, version, unchanged }, draft }: DoneProps) {
  const { publish } = useWords().editor;
  return (
    <>
      <p role="status">
        <StatusSign sign="done">
          {unchanged ? publish.unchanged(version.number) : publish.done(course.title, version.number)}
        </StatusSign>
      </p>
      <ul>
        <li>
          <Link className="ds-link" to={`/katalog/${course.id}`}>
            {publish.seeInCatalogue}
          </Link>
        </li>
        <li>
          <Link className="ds-link" to={`/mine-kurs/utkast/${draft}`}>
            {publish.goOn}
          </Link>
        </li>
        <li>
          <Link className="ds-link" to="/mine-kurs">
            {publish.toMine}
          </Link>
        </li>
      </ul>
    </>
  );
}
