import { lazy, type ReactNode, Suspense } from 'react';
import { useWords } from '../../words/words.js';
import { FoundProblems } from '../found-problems.js';
import { FilesPane } from './files-pane.js';
import type { OpenDraftProps } from './open-draft.js';
import { PagePane } from './page-pane.js';
import type { Pane } from './pane-tabs.js';
import { topLength } from './quiet-marks.js';
import type { Session, SessionState } from './session.js';

const ChangesPane = lazy(() => import('./changes-pane.js'));
const OriginalPane = lazy(() => import('./original-pane.js'));

interface SidePaneProps extends OpenDraftProps {
  pane: Exclude<Pane, 'text'>;
  session: Session;
  state: SessionState;
  /** Above it, where the text stands beside. */
  tabs: ReactNode;
  /** Where there is room for one thing only: back to the text. */
  showText: () => void;
}

/** What stands beside the text. */
export function SidePane({ pane, session, state, read, path, language, tabs, showText }: SidePaneProps) {
  const { changes } = useWords().editor;
  return (
    <div className="editor-side">
      {tabs}
      <div className="side-pane" id="side-pane" role="tabpanel" aria-labelledby={`tab-${pane}`}>
        {pane === 'page' && <PagePane draft={read.draft.id} language={language} state={state} />}
        {pane === 'problems' && <ProblemsPane session={session} state={state} showText={showText} />}
        {pane === 'files' && <FilesPane session={session} state={state} showText={showText} />}
        <Suspense fallback={<p>{changes.loading}</p>}>
          {pane === 'changes' && <ChangesPane session={session} path={path} />}
          {pane === 'original' && <OriginalPane session={session} />}
        </Suspense>
      </div>
    </div>
  );
}

function ProblemsPane({ session, state, showText }: Pick<SidePaneProps, 'session' | 'state' | 'showText'>) {
  const text = session.textOf(state.path);
  const topLines = text.slice(0, topLength(text)).trimEnd().split('\n').length;
  return (
    <div className="pane-scroll">
      <FoundProblems
        problems={state.checked.problems}
        draft={session.draft}
        path={state.path}
        topLines={topLines}
        goTo={({ line, column }) => {
          showText();
          session.goTo(line, column);
        }}
        {...(state.path === 'guide.md' ? {} : { confirm: ({ line }) => void session.confirmTranslation(line) })}
        mend={({ change }) => void (change && session.change(change))}
      />
    </div>
  );
}
