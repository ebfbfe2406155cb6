import { useEffect, useId, useRef, useState } from 'react';
import type { EditorView } from '@codemirror/view';
import { useWords } from '../../words/words.js';
import { AskingDialog } from './asking/asking-dialog.js';
import { useAsking } from './asking/use-asking.js';
import { insertables, slashCommands } from './insertable.js';
import type { OpenDraftProps } from './open-draft.js';
import { phrases } from './phrases.js';
import { PictureDialog, usePictures } from './picture-dialog.js';
import { showTop } from './quiet-marks.js';
import type { Session, SessionState } from './session.js';
import { around } from './text-commands.js';
import { textView } from './text-view.js';
import { Toolbar } from './toolbar.js';

interface TextPaneProps extends OpenDraftProps {
  session: Session;
  state: SessionState;
  isTopShown: boolean;
}

/** The text, with what helps to write it. */
export function TextPane({ session, state, text, language, isTopShown }: TextPaneProps) {
  const words = useWords();
  const { editor } = words;
  const hint = useId();
  const parent = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const pictures = usePictures(session);
  const asking = useAsking(session);
  const doers = { ask: asking.begin, choosePicture: pictures.choose };
  const all = insertables(words, doers);
  // The view is made once; what it calls is always the newest.
  const latest = useRef({ all, pictures });
  useEffect(() => {
    latest.current = { all, pictures };
  });
  useEffect(() => {
    if (!parent.current) return;
    const made = textView({
      parent: parent.current,
      text,
      label: editor.text.label(editor.languages.inText[language]),
      describedBy: hint,
      language,
      topSign: editor.text.topHidden,
      isTopShown: false,
      commands: (context) => slashCommands(latest.current.all)(context),
      phrases: phrases[words.language],
      changed: session.typed,
      moved: session.moved,
      dropped: (files, at) => latest.current.pictures.take(files, at),
      bold: () => around(made, '**'),
      italic: () => around(made, '*'),
      save: () => void session.flush(),
    });
    session.attach(made);
    setView(made);
    return () => {
      void session.detach();
      made.destroy();
    };
  }, [session]);
  useEffect(() => view?.dispatch({ effects: showTop.of(isTopShown) }), [view, isTopShown]);
  return (
    <>
      <Toolbar
        view={view}
        all={all}
        choosePicture={pictures.choose}
        editAsking={state.asking && asking.canEdit(state.asking) ? () => asking.edit(state.asking) : null}
      />
      <div ref={parent} id="text-pane" className="text-pane" />
      <p id={hint} className="quiet text-hint">
        {editor.text.leave}
      </p>
      {asking.open && <AskingDialog key={asking.open.kind} {...asking.open} close={asking.close} done={asking.done} />}
      <PictureDialog {...pictures} />
    </>
  );
}
