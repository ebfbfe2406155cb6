import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../words/words.js';
import { plainLook } from './plain-look.js';
import type { Session } from './session.js';

interface Published {
  number: number | null;
  text: string;
}

/** What has changed since the newest version. */
export default function ChangesPane({ session, path }: { session: Session; path: string }) {
  const { language, editor } = useWords();
  const { changes } = editor;
  const place = useRef<HTMLDivElement>(null);
  const [published, setPublished] = useState<Published | null>(null);
  const now = session.textView?.state.doc.toString() ?? '';
  useEffect(() => {
    void session.requests.published().then((read) => {
      if ('answer' in read) setPublished({ number: read.answer.number, text: read.answer.texts[path] ?? '' });
    });
  }, [session, path]);
  const isSame = published?.text === now;
  useEffect(() => {
    if (!place.current || !published || isSame) return;
    const view = new EditorView({
      doc: now,
      parent: place.current,
      extensions: [
        ...plainLook(language),
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        unifiedMergeView({
          original: published.text,
          mergeControls: false,
          collapseUnchanged: { margin: 2, minSize: 4 },
        }),
      ],
    });
    return () => view.destroy();
    // As it was when the pane was opened: it would be unquiet to look at while somebody types.
  }, [published, isSame]);
  if (!published) return <p>{changes.loading}</p>;
  const { number } = published;
  return (
    <div className="pane-scroll">
      <p>{number === null ? changes.none : isSame ? changes.same(number) : changes.since(number)}</p>
      <div ref={place} />
    </div>
  );
}
