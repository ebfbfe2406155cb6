import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { useWords } from '../../words/words.js';
import type { Session } from './session.js';
import type { Saving } from './text-keeper.js';
import { plainLook } from './plain-look.js';

interface MeetingPaneProps {
  session: Session;
  saving: Extract<Saving, { kind: 'conflict' }>;
}

/** Two have changed the same: both texts side by side, and nothing is saved until somebody has chosen. */
export default function MeetingPane({ session, saving: { theirs, by } }: MeetingPaneProps) {
  const { language, editor } = useWords();
  const { meeting } = editor;
  const place = useRef<HTMLDivElement>(null);
  const merge = useRef<MergeView | null>(null);
  useEffect(() => {
    if (!place.current) return;
    const mine = session.textView?.state.doc.toString() ?? '';
    const label = (text: string) => EditorView.contentAttributes.of({ tabindex: '0', 'aria-label': text });
    merge.current = new MergeView({
      a: {
        doc: theirs,
        extensions: [...plainLook(language), EditorState.readOnly.of(true), label(meeting.theirs(by))],
      },
      b: { doc: mine, extensions: [...plainLook(language), label(meeting.mine)] },
      parent: place.current,
      revertControls: 'a-to-b',
      collapseUnchanged: { margin: 2, minSize: 6 },
    });
    return () => merge.current?.destroy();
  }, [session, theirs, by, meeting, language]);
  const chosen = () => merge.current?.b.state.doc.toString() ?? theirs;
  return (
    <section className="meeting" aria-labelledby="meeting-title">
      <Heading id="meeting-title" level={2} data-size="sm">
        {meeting.title}
      </Heading>
      <Paragraph>{meeting.told(by)}</Paragraph>
      <div className="meeting-names">
        <span>{meeting.theirs(by)}</span>
        <span>{meeting.mine}</span>
      </div>
      <div ref={place} className="meeting-texts" />
      <div className="dialog-actions">
        <Button type="button" onClick={() => void session.settle(chosen())}>
          {meeting.keep}
        </Button>
        <Button type="button" variant="secondary" onClick={() => void session.settle(theirs)}>
          {meeting.takeTheirs}
        </Button>
      </div>
    </section>
  );
}
