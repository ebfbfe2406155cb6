import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { useNavigate, useRevalidator, useSearchParams } from 'react-router';
import type { Language } from '@kursdugnad/core/course/course.js';
import { useMedia } from '../../ui/alive.js';
import { useWords } from '../../words/words.js';
import { DraftTop } from '../draft-top.js';
import { EditorMenu } from './editor-menu.js';
import { LanguageTabs } from './language-tabs.js';
import { Notices } from './notices.js';
import { type Pane, PaneTabs, usePanes } from './pane-tabs.js';
import { SavingSign } from './saving-sign.js';
import { Session } from './session.js';
import { SidePane } from './side-pane.js';
import { TextPane } from './text-pane.js';
import type { Checked, ReadDraft } from './draft-requests.js';

const MeetingPane = lazy(() => import('./meeting-pane.js'));

export interface OpenDraftProps {
  read: ReadDraft;
  checked: Checked;
  path: string;
  text: string;
  language: Language;
}

/** The draft with script: text on the left, the page as a learner sees it on the right. */
export default function OpenDraft(props: OpenDraftProps) {
  const { read, path } = props;
  const { session, state } = useSession(props);
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const isWide = useMedia('(min-width: 64rem)', false);
  const panes = usePanes(state, read, isWide);
  const [pane, setPane] = useState<Pane>(search.get('del') === 'feil' ? 'problems' : isWide ? 'page' : 'text');
  const [isTopShown, setTopShown] = useState(false);
  const shown = isWide && pane === 'text' ? 'page' : pane;
  const leave = async (to: string) => {
    await session.flush();
    await navigate(to);
  };
  const tabs = <PaneTabs panes={panes} pane={shown} choose={setPane} />;
  return (
    <>
      <DraftTop
        draft={read.draft}
        path={path}
        leave={(event, to) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          void leave(to);
        }}
        more={<EditorMenu session={session} isTopShown={isTopShown} showTop={setTopShown} />}
      >
        <SavingSign saving={state.saving} present={state.present} />
      </DraftTop>
      <Notices notice={state.notice} close={() => session.say(null)} />
      <Suspense>{state.saving.kind === 'conflict' && <MeetingPane session={session} saving={state.saving} />}</Suspense>
      {!isWide && tabs}
      <div className="editor-body" data-pane={shown} hidden={state.saving.kind === 'conflict'}>
        <div className="editor-text" hidden={!isWide && shown !== 'text'}>
          <LanguageTabs session={session} read={read} path={path} leave={leave} />
          <TextPane session={session} state={state} {...props} isTopShown={isTopShown} />
        </div>
        {shown !== 'text' && (
          <SidePane
            pane={shown}
            session={session}
            state={state}
            {...props}
            tabs={isWide && tabs}
            showText={() => !isWide && setPane('text')}
          />
        )}
      </div>
    </>
  );
}

function useSession({ read, checked, path }: OpenDraftProps) {
  const { editor } = useWords();
  const { revalidate } = useRevalidator();
  const [session] = useState(
    () =>
      new Session({
        read,
        checked,
        path,
        mendWord: editor.problems.mend,
        filesChanged: () => void revalidate(),
      }),
  );
  useEffect(() => {
    session.open();
    return () => session.close();
  }, [session]);
  const state = useSyncExternalStore(session.subscribe, session.snapshot, session.snapshot);
  return { session, state };
}
