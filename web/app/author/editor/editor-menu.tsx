import { useRef } from 'react';
import { useRevalidator } from 'react-router';
import { useWords } from '../../words/words.js';
import { sendZip } from './draft-requests.js';
import type { Session } from './session.js';

interface EditorMenuProps {
  session: Session;
  isTopShown: boolean;
  showTop: (isShown: boolean) => void;
}

/** What the menu has more with script. */
export function EditorMenu({ session, isTopShown, showTop }: EditorMenuProps) {
  const { more } = useWords().editor;
  const file = useRef<HTMLInputElement>(null);
  const { revalidate } = useRevalidator();
  async function upload(zip: File | undefined) {
    if (!zip) return;
    await session.flush();
    const sent = await sendZip(zip, session.draft);
    if (!('answer' in sent)) return session.say({ kind: 'said', text: sent.refused?.detail ?? '' });
    await session.readAgain();
    await revalidate();
  }
  return (
    <>
      <button type="button" className="ds-link plain-button" onClick={() => file.current?.click()}>
        {more.upload}
      </button>
      <input
        ref={file}
        type="file"
        accept=".zip,application/zip"
        hidden
        aria-label={more.upload}
        onChange={(event) => {
          void upload(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <button type="button" className="ds-link plain-button" onClick={() => showTop(!isTopShown)}>
        {isTopShown ? more.asForm : more.asText}
      </button>
    </>
  );
}
