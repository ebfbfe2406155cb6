import { draftRevisions, restoreRevision } from '@kursdugnad/core/contract/authoring.js';
import { Button } from '@digdir/designsystemet-react';
import { Form } from 'react-router';
import type { Route } from './+types/draft-revisions.js';
import { api } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { momentIn } from '../ui/dates.js';
import { grouped } from '../ui/grouped.js';
import { useSending } from '../ui/kept-form.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';
import { DraftCrumbs } from './draft-crumbs.js';

export function loader({ request, params, context }: Route.LoaderArgs) {
  return api(request, context).call(draftRevisions, { draft: params.draft });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await request.formData();
  const revision = Number(formText(form, 'revision'));
  return api(request, context).call(restoreRevision, { draft: params.draft, revision });
}

export default function DraftRevisions({ loaderData: { draft, revisions }, actionData }: Route.ComponentProps) {
  const words = useWords();
  const { earlier } = words.editor;
  const isSending = useSending();
  return (
    <Page above={<DraftCrumbs draft={draft} />} title={earlier.title} introduction={earlier.introduction} narrow>
      <p role="status">{actionData && earlier.restored}</p>
      <ol className="plain-list revisions">
        {revisions.map(({ revision, at, by, bytes }) => (
          <li key={revision}>
            <div>
              <span id={`revision-${revision}`}>{earlier.row(momentIn(words, at), by)}</span>
              <span className="quiet">{earlier.size(grouped(bytes))}</span>
            </div>
            {revision === draft.revision ? (
              <span className="quiet">{earlier.now}</span>
            ) : (
              <Form method="post">
                <input type="hidden" name="revision" value={revision} />
                <Button
                  type="submit"
                  variant="secondary"
                  disabled={isSending}
                  id={`restore-${revision}`}
                  aria-labelledby={`restore-${revision} revision-${revision}`}
                >
                  {earlier.restore}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ol>
    </Page>
  );
}
