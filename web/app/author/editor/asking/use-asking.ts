import { useState } from 'react';
import type { Session } from '../session.js';
import { type BlockAt, insertBlock } from '../text-commands.js';
import { askingKinds, type ReadBlock, readBlock, writeBlock } from './all-kinds.js';
import { emptyAsking } from './asking-text.js';

interface Open {
  kind: string;
  block: ReadBlock;
  /** What is changed; null for a new one. */
  at: BlockAt | null;
}

/** The form of a question: a new one, or the one that the cursor is in. */
export function useAsking(session: Session) {
  const [open, setOpen] = useState<Open | null>(null);
  return {
    open,
    close: () => setOpen(null),
    canEdit: (at: BlockAt) => readBlock(at.text) !== null,
    begin(id: string) {
      const kind = askingKinds.find((one) => one.id === id);
      if (kind) setOpen({ kind: id, block: { kind, text: emptyAsking(kind.word), answers: kind.empty }, at: null });
    },
    edit(at: BlockAt | null) {
      const block = at && readBlock(at.text);
      if (block) setOpen({ kind: block.kind.id, block, at });
    },
    done(block: ReadBlock) {
      const { textView: view } = session;
      const text = writeBlock(block);
      if (view && open?.at) replaceBlock(view, open.at, text);
      else if (view) insertBlock(view, text);
      setOpen(null);
    },
  };
}

/** Only where the block still stands as it was when the form was opened. */
function replaceBlock(view: NonNullable<Session['textView']>, at: BlockAt, text: string): void {
  const from = view.state.sliceDoc(at.from, at.to) === at.text ? at.from : view.state.doc.toString().indexOf(at.text);
  if (from < 0) return insertBlock(view, text);
  view.dispatch({ changes: { from, to: from + at.text.length, insert: text }, userEvent: 'input' });
  view.focus();
}
