import { beginDraft } from '@kursdugnad/core/contract/authoring.js';
import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { redirect, useNavigate } from 'react-router';
import type { Route } from './+types/new-draft.js';
import { api } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { notDone } from '../server/not-done.server.js';
import { useAlive } from '../ui/alive.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { TextField } from '../ui/fields.js';
import { KeptForm, useSending } from '../ui/kept-form.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';
import { sendZip } from './editor/draft-requests.js';

/** From a title, or from a course of ours (`course`), to a draft that is open. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const course = formText(form, 'course');
  try {
    const asked = course === '' ? { title: formText(form, 'title') } : { course };
    const { draft } = await api(request, context).call(beginDraft, asked);
    return redirect(`/mine-kurs/utkast/${draft}`);
  } catch (error) {
    return notDone(error, form);
  }
}

export default function NewDraft({ actionData }: Route.ComponentProps) {
  const words = useWords();
  const { begin } = words.editor;
  const isSending = useSending();
  // The server says only that something is wrong: here it can be one thing only.
  const notDone = actionData && { ...actionData, problems: [{ at: 'title', message: begin.nameMissing }] };
  return (
    <Page
      above={<Breadcrumbs label={words.author.youAreHere} places={[{ to: '/mine-kurs', name: words.author.title }]} />}
      title={begin.title}
      introduction={begin.introduction}
      narrow
    >
      <KeptForm notDone={notDone}>
        <TextField name="title" label={begin.name} hint={begin.nameHint} maxLength={80} required />
        <Button type="submit" disabled={isSending}>
          {begin.submit}
        </Button>
      </KeptForm>
      {useAlive() && <FromZip />}
    </Page>
  );
}

function FromZip() {
  const { begin } = useWords().editor;
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [said, setSaid] = useState('');
  async function send() {
    if (!file) return;
    setSaid(begin.sending);
    const sent = await sendZip(file);
    if ('answer' in sent) return navigate(`/mine-kurs/utkast/${sent.answer.draft}`);
    setSaid(sent.refused?.detail ?? '');
  }
  return (
    <section className="part">
      <Heading level={2} data-size="sm">
        {begin.haveZip}
      </Heading>
      <Paragraph>{begin.zipNote}</Paragraph>
      <div className="ds-field">
        <label className="ds-label" htmlFor="zip">
          {begin.zip}
        </label>
        <input
          id="zip"
          type="file"
          accept=".zip,application/zip"
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      </div>
      <div>
        <Button type="button" variant="secondary" disabled={!file} onClick={() => void send()}>
          {begin.send}
        </Button>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
