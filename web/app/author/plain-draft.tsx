import { Button, Heading } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { TextArea } from '../ui/fields.js';
import { KeptForm, type NotDone } from '../ui/kept-form.js';
import { useWords } from '../words/words.js';
import type { Checked, ReadDraft } from './editor/draft-requests.js';
import { DraftTop } from './draft-top.js';
import { FoundProblems } from './found-problems.js';

interface PlainDraftProps {
  read: ReadDraft;
  checked: Checked;
  path: string;
  /** Null where the file is no text. */
  text: string | null;
  notDone: NotDone | null | undefined;
}

/** The draft without script: the text in a field, and what is wrong with it below. */
export function PlainDraft({ read: { draft, files }, checked, path, text, notDone }: PlainDraftProps) {
  const { editor } = useWords();
  const revision = files.find((file) => file.path === path)?.revision ?? 0;
  return (
    <>
      <DraftTop draft={draft} path={path} />
      {text === null && <p>{editor.text.notRead}</p>}
      {text !== null && (
        <KeptForm notDone={notDone} className="plain-draft">
          <input type="hidden" name="path" value={path} />
          <input type="hidden" name="basedOn" value={revision} />
          <TextArea name="text" label={editor.text.readAs} startValue={text} rows={24} />
          <div className="plain-actions">
            <Button type="submit">{editor.text.save}</Button>
            <Link className="ds-link" to={`/mine-kurs/utkast/${draft.id}/side`} reloadDocument>
              {editor.panes.page}
            </Link>
          </div>
        </KeptForm>
      )}
      <Heading level={2} data-size="sm">
        {editor.panes.problems}
      </Heading>
      <FoundProblems problems={checked.problems} path={path} draft={draft.id} />
    </>
  );
}
