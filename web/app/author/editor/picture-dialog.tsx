import { Button } from '@digdir/designsystemet-react';
import { type SyntheticEvent, useRef, useState } from 'react';
import { useWords } from '../../words/words.js';
import { FormDialog } from './form-dialog.js';
import type { Session } from './session.js';
import { insertBlock } from './text-commands.js';

interface Picture {
  path: string;
  type: string;
  /** Where in the text it goes; null for where the cursor is. */
  at: number | null;
}

/** Pictures and films on their way into the text: sent first, then asked about, one after the other. */
export function usePictures(session: Session) {
  const [waiting, setWaiting] = useState<Picture[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const { picture } = useWords().editor;
  async function send(files: File[], at: number | null) {
    session.say({ kind: 'said', text: picture.sending });
    for (const file of files) {
      const sent = await session.requests.addMedia(file, file.name);
      if ('answer' in sent) {
        const { path, type } = sent.answer;
        setWaiting((before) => [...before, { path, type, at }]);
        session.say(null);
      } else session.say({ kind: 'said', text: sent.refused?.detail ?? picture.notSent });
    }
    await session.readAgain();
  }
  return {
    session,
    input,
    picture: waiting[0] ?? null,
    choose: () => input.current?.click(),
    take: (files: File[], at: number) => {
      void send(files, at);
      return true;
    },
    send,
    insert: (path: string, type: string) => setWaiting((before) => [...before, { path, type, at: null }]),
    next: () => setWaiting((before) => before.slice(1)),
  };
}

/** What somebody who does not see the picture is to know. */
export function PictureDialog({ session, input, picture, send, next }: ReturnType<typeof usePictures>) {
  const { picture: words } = useWords().editor;
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words.choose}
        accept="image/png,image/jpeg,image/webp,image/svg+xml,video/mp4"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) void send(files, null);
        }}
      />
      {picture && <AltForm key={picture.path} picture={picture} session={session} next={next} />}
    </>
  );
}

function AltForm({ picture, session, next }: { picture: Picture; session: Session; next: () => void }) {
  const words = useWords();
  const { picture: said, form } = words.editor;
  const [isMissing, setMissing] = useState(false);
  const isPicture = picture.type.startsWith('image/');
  function submit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const field = (name: string) => lineIn(fields, name);
    const isDecoration = fields.get('decoration') !== null;
    if (field('alt') === '' && !isDecoration) return setMissing(true);
    const caption = field('caption').replaceAll('"', '”');
    const alt = isDecoration ? '' : field('alt').replace(/[[\]]/gu, '');
    const { textView: view } = session;
    if (view && picture.at !== null)
      view.dispatch({ selection: { anchor: Math.min(picture.at, view.state.doc.length) } });
    if (view) insertBlock(view, `![${alt}](${picture.path}${caption === '' ? '' : ` "${caption}"`})`);
    next();
  }
  return (
    <FormDialog title={said.title} close={next} submit={submit}>
      {isPicture && (
        <img className="picture-preview" src={`/api/drafts/${session.draft}/files/${picture.path}`} alt="" />
      )}
      <AltField isMissing={isMissing} />
      {isPicture && (
        <label className="tick">
          <input type="checkbox" name="decoration" /> {said.decoration}
        </label>
      )}
      <div className="ds-field">
        <label className="ds-label" htmlFor="caption">
          {said.caption}
        </label>
        <div id="caption-hint" data-field="description">
          {said.captionHint}
        </div>
        <input className="ds-input" id="caption" name="caption" aria-describedby="caption-hint" />
      </div>
      <div className="dialog-actions">
        <Button type="submit">{form.insert}</Button>
        <Button type="button" variant="secondary" onClick={next}>
          {form.cancel}
        </Button>
      </div>
    </FormDialog>
  );
}

function AltField({ isMissing }: { isMissing: boolean }) {
  const { picture: said } = useWords().editor;
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor="alt">
        {said.alt}
      </label>
      <div id="alt-hint" data-field="description">
        {said.altHint}
      </div>
      <textarea
        className="ds-input"
        id="alt"
        name="alt"
        rows={2}
        aria-describedby="alt-hint alt-problem"
        aria-invalid={isMissing || undefined}
      />
      <p id="alt-problem" className="ds-validation-message" role="alert">
        {isMissing && said.altMissing}
      </p>
    </div>
  );
}

function lineIn(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : '';
}
