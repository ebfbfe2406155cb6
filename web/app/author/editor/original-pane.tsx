import { Button } from '@digdir/designsystemet-react';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useWords } from '../../words/words.js';
import { plainLook } from './plain-look.js';
import { topField } from './quiet-marks.js';
import type { Session } from './session.js';

/** The main text, to translate from. */
export default function OriginalPane({ session }: { session: Session }) {
  const { language, editor } = useWords();
  const { panes, text } = editor;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const view = new EditorView({
      doc: session.textOf('guide.md'),
      parent: place.current,
      extensions: [
        ...plainLook(language),
        topField(text.topHidden, false),
        EditorState.readOnly.of(true),
        EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': panes.original }),
      ],
    });
    return () => view.destroy();
  }, [session, panes, text, language]);
  return (
    <>
      <div className="original-top">
        <Button type="button" variant="secondary" data-size="sm" onClick={() => void session.confirmTranslation(null)}>
          {editor.original.allDone}
        </Button>
        <span className="quiet">{editor.original.note}</span>
      </div>
      <div ref={place} className="pane-scroll" />
    </>
  );
}
