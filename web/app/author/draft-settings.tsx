import { deleteDraft, readDraft, renameDraft } from '@kursdugnad/core/contract/authoring.js';
import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { redirect } from 'react-router';
import type { Route } from './+types/draft-settings.js';
import { api } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { notDone } from '../server/not-done.server.js';
import { TextField } from '../ui/fields.js';
import { KeptForm, useSending } from '../ui/kept-form.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';
import { DraftCrumbs } from './draft-crumbs.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { draft } = await api(request, context).call(readDraft, { draft: params.draft });
  return { draft };
}

export async function action({ request, params: { draft }, context }: Route.ActionArgs) {
  const form = await request.formData();
  const client = api(request, context);
  const typed = { sure: formText(form, 'sure') };
  try {
    if (formText(form, 'work') === 'rename') {
      await client.call(renameDraft, { draft, slug: formText(form, 'slug') });
      return { work: 'renamed' as const };
    }
    if (typed.sure !== 'ja') return { work: 'not-sure' as const };
    await client.call(deleteDraft, { draft });
    return redirect('/mine-kurs');
  } catch (error) {
    return notDone(error, form);
  }
}

export default function DraftSettings({ loaderData: { draft }, actionData }: Route.ComponentProps) {
  const { settings } = useWords().editor;
  const isSending = useSending();
  const refused = actionData && 'problems' in actionData ? actionData : null;
  const work = actionData && 'work' in actionData ? actionData.work : null;
  const notSure = work === 'not-sure' ? { problems: [{ at: 'sure', message: settings.tickFirst }], typed: {} } : null;
  return (
    <Page above={<DraftCrumbs draft={draft} />} title={settings.title} narrow>
      {draft.published === null ? (
        <KeptForm notDone={refused}>
          <input type="hidden" name="work" value="rename" />
          <TextField
            name="slug"
            label={settings.slug}
            hint={settings.slugHint}
            startValue={draft.slug}
            maxLength={60}
          />
          <Button type="submit" variant="secondary" disabled={isSending}>
            {settings.save}
          </Button>
          <p role="status">{work === 'renamed' && settings.saved}</p>
        </KeptForm>
      ) : (
        <Paragraph>{settings.fixed(draft.slug)}</Paragraph>
      )}
      <section className="part">
        <Heading level={2} data-size="sm">
          {settings.delete}
        </Heading>
        <Paragraph>{settings.deleteNote}</Paragraph>
        <KeptForm notDone={notSure}>
          <label className="tick">
            <input type="checkbox" id="sure" name="sure" value="ja" /> {settings.sure}
          </label>
          <Button type="submit" variant="secondary" data-color="danger" disabled={isSending}>
            {settings.delete}
          </Button>
        </KeptForm>
      </section>
    </Page>
  );
}
