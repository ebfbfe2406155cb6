import type { KeyboardEvent } from 'react';
import { useWords } from '../../words/words.js';
import type { ReadDraft } from './draft-requests.js';
import type { SessionState } from './session.js';

export type Pane = 'text' | 'page' | 'problems' | 'files' | 'original' | 'changes';

export interface PaneName {
  pane: Pane;
  name: string;
}

/** What can be looked at: on a wide screen the text is there all the time, and has no tab. */
export function usePanes({ checked, path }: SessionState, { draft }: ReadDraft, isWide: boolean): PaneName[] {
  const { panes } = useWords().editor;
  const errors = checked.problems.length;
  return [
    ...(isWide ? [] : [{ pane: 'text' as const, name: panes.text }]),
    { pane: 'page', name: panes.page },
    { pane: 'problems', name: errors === 0 ? panes.problems : `${panes.problems} ${panes.count(errors)}` },
    { pane: 'files', name: panes.files },
    ...(path === 'guide.md' ? [] : [{ pane: 'original' as const, name: panes.original }]),
    ...(draft.published === null ? [] : [{ pane: 'changes' as const, name: panes.changes }]),
  ];
}

interface PaneTabsProps {
  panes: PaneName[];
  pane: Pane;
  choose: (pane: Pane) => void;
}

/** Tabs by the book: one of them in the tab order, arrows between them. */
export function PaneTabs({ panes, pane, choose }: PaneTabsProps) {
  const { label } = useWords().editor.panes;
  function key(event: KeyboardEvent) {
    const at = panes.findIndex((one) => one.pane === pane);
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: panes.length - 1 };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = panes[(to + panes.length) % panes.length];
    if (!next) return;
    choose(next.pane);
    document.getElementById(`tab-${next.pane}`)?.focus();
  }
  return (
    <div className="pane-tabs" role="tablist" aria-label={label}>
      {panes.map((one) => (
        <button
          key={one.pane}
          type="button"
          role="tab"
          id={`tab-${one.pane}`}
          aria-selected={one.pane === pane}
          aria-controls={one.pane === pane ? (pane === 'text' ? 'text-pane' : 'side-pane') : undefined}
          tabIndex={one.pane === pane ? 0 : -1}
          onClick={() => choose(one.pane)}
          onKeyDown={key}
        >
          {one.name}
        </button>
      ))}
    </div>
  );
}
