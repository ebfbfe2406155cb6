import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { EditorView } from '@codemirror/view';
import { useWords } from '../../words/words.js';
import type { Insertable } from './insertable.js';
import { InsertMenu } from './insert-menu.js';
import { around, beginLines, insertLink } from './text-commands.js';

interface ToolbarProps {
  view: EditorView | null;
  all: readonly Insertable[];
  choosePicture: () => void;
  /** The question the cursor is in can be changed in its form; null when the cursor is elsewhere. */
  editAsking: (() => void) | null;
}

/** A toolbar by the book: one button of it in the tab order, arrows between them. */
export function Toolbar({ view, all, choosePicture, editAsking }: ToolbarProps) {
  const { tools, text } = useWords().editor;
  const bar = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const buttons: { name: string; run: () => void; look?: ReactNode; isMain?: boolean }[] = [
    { name: tools.bold, run: () => view && around(view, '**'), look: <strong>{tools.bold}</strong> },
    { name: tools.italic, run: () => view && around(view, '*'), look: <em>{tools.italic}</em> },
    { name: tools.heading, run: () => view && beginLines(view, '## ') },
    { name: tools.bullets, run: () => view && beginLines(view, '- ') },
    { name: tools.link, run: () => view && insertLink(view, tools.linkWords) },
    { name: tools.image, run: choosePicture },
    ...(editAsking ? [{ name: tools.editThis, run: editAsking, isMain: true }] : []),
  ];
  function key(event: KeyboardEvent) {
    const count = buttons.length + 1;
    const steps: Record<string, number> = { ArrowRight: active + 1, ArrowLeft: active - 1, Home: 0, End: count - 1 };
    const to = steps[event.key];
    const isInMenu = (event.target as Element).closest('.insert-menu ul') !== null;
    if (to === undefined || isInMenu) return;
    event.preventDefault();
    const next = (to + count) % count;
    setActive(next);
    bar.current?.querySelectorAll<HTMLElement>('[data-tool]')[next]?.focus();
  }
  return (
    <div ref={bar} role="toolbar" aria-label={text.tools} aria-controls="text-pane" className="toolbar" onKeyDown={key}>
      <InsertMenu view={view} all={all} isActive={active === 0} focused={() => setActive(0)} />
      {buttons.map(({ name, run, look, isMain }, index) => (
        <button
          key={name}
          type="button"
          data-tool
          data-main={isMain}
          tabIndex={active === index + 1 ? 0 : -1}
          onFocus={() => setActive(index + 1)}
          onClick={run}
        >
          {look ?? name}
        </button>
      ))}
    </div>
  );
}
