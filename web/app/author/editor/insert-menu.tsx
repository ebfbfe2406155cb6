import type { EditorView } from '@codemirror/view';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useWords } from '../../words/words.js';
import type { Insertable } from './insertable.js';

interface InsertMenuProps {
  view: EditorView | null;
  all: readonly Insertable[];
  isActive: boolean;
  focused: () => void;
}

/** What can be put in, as a menu: arrows in it, Escape out of it. */
export function InsertMenu({ view, all, isActive, focused }: InsertMenuProps) {
  const { tools } = useWords().editor;
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  function key(event: KeyboardEvent) {
    const at = items().indexOf(document.activeElement as HTMLElement);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const to = steps[event.key];
    if (event.key === 'Escape') close();
    if (event.key === 'Tab') setOpen(false);
    if (to === undefined) return;
    event.preventDefault();
    items()
      .at(to % items().length)
      ?.focus();
  }
  return (
    <div
      className="insert-menu"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <button
        ref={opener}
        type="button"
        data-tool
        data-main
        aria-haspopup="menu"
        aria-expanded={isOpen}
        tabIndex={isActive ? 0 : -1}
        onFocus={focused}
        onClick={() => {
          setOpen(!isOpen);
          requestAnimationFrame(() => items()[0]?.focus());
        }}
      >
        {tools.insert}
      </button>
      {isOpen && (
        <ul ref={list} role="menu" aria-label={tools.insert} onKeyDown={key}>
          {all.map((one) => (
            <MenuItem
              key={one.name}
              {...one}
              choose={() => {
                setOpen(false);
                if (view) one.run(view);
              }}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function MenuItem({ name, what, choose }: Pick<Insertable, 'name' | 'what'> & { choose: () => void }) {
  return (
    <li role="none">
      <button type="button" role="menuitem" tabIndex={-1} onClick={choose}>
        <strong>{name}</strong> <span className="quiet">{what}</span>
      </button>
    </li>
  );
}
