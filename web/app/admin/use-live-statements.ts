import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { StatementFilter, statementList } from '@kursdugnad/core/contract/statement-viewer.js';
import { type RefObject, useEffect, useReducer, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { calmly } from '../ui/calmly.js';
import { listenTo } from '../ui/event-line.js';
import { afterTold, mostShown, startOf } from './live-statements.js';

type List = Answered<typeof statementList>;
export type Line = 'connecting' | 'live' | 'lost';

/** How often new ones are asked for at most, and how often their number is read aloud. */
const betweenReads = 1_000;
const betweenWords = 10_000;
const atOnce = 100;

interface Following {
  /** The list as the page was loaded. */
  base: Pick<List, 'statements' | 'consistentThrough'>;
  asked: Partial<StatementFilter>;
  /** Whether the page follows along at all: not one further back, nor one that ends at a time. */
  isOn: boolean;
  isPaused: boolean;
  list: RefObject<HTMLElement | null>;
}

/** The list as loaded, and what comes after it: shown at once to who is at the top, else kept until asked for. */
export function useLiveStatements({ base, asked, isOn, isPaused, list }: Following) {
  const { statements, consistentThrough } = base;
  const [state, tell] = useReducer(afterTold, { base: statements, since: consistentThrough }, startOf);
  if (state.base !== statements) tell({ kind: 'read', base: statements, since: consistentThrough });
  const [line, setLine] = useState<Line>('connecting');
  const [said, setSaid] = useState(0);
  const { revalidate } = useRevalidator();
  const latest = useRef({ state, asked, isPaused, revalidate });
  useEffect(() => {
    latest.current = { state, asked, isPaused, revalidate };
  });
  useEffect(() => {
    if (!isOn) return;
    let isOver = false;
    async function read() {
      const { state: before, asked: filter } = latest.current;
      const found = await newSince(filter, before.since);
      if (isOver || found === null || latest.current.state.base !== before.base) return;
      const isFollowing = !latest.current.isPaused && !isRead(list.current);
      const isAll = found.next === null;
      tell({ kind: 'came', statements: found.statements, since: found.consistentThrough, isAll, isFollowing });
    }
    const readCalmly = calmly(() => void read(), betweenReads);
    const saying = setInterval(() => setSaid(latest.current.state.waiting.length), betweenWords);
    const hangUp = listenTo(`/api/lrs/statements/live?since=${latest.current.state.since}`, {
      opened() {
        setLine('live');
        readCalmly.ask();
      },
      lost: () => setLine('lost'),
      told: { statements: readCalmly.ask },
    });
    return () => {
      isOver = true;
      hangUp();
      readCalmly.stop();
      clearInterval(saying);
    };
  }, [isOn, list]);
  function show() {
    setSaid(0);
    if (state.hasHole) void revalidate();
    else tell({ kind: 'show' });
  }
  const isTooMuch = state.waiting.length === 0 && (state.hasHole || state.shown.length > mostShown);
  useEffect(() => {
    if (isTooMuch) void latest.current.revalidate();
  }, [isTooMuch]);
  return { ...state, line, said, show };
}

/** Null when it did not work: the next event asks again. */
async function newSince(asked: Partial<StatementFilter>, since: string): Promise<List | null> {
  const later = asked.since !== undefined && asked.since > since ? asked.since : since;
  const query = new URLSearchParams({ ...asked, since: later, limit: String(atOnce) });
  try {
    const answer = await fetch(`/api/lrs/statements?${query.toString()}`);
    return answer.ok ? ((await answer.json()) as List) : null;
  } catch {
    return null;
  }
}

/** Whether somebody is in the middle of the list: has scrolled into it, points at it or has the keyboard in it. */
function isRead(list: HTMLElement | null): boolean {
  if (list === null) return false;
  return list.getBoundingClientRect().top < 0 || list.matches(':hover') || list.contains(document.activeElement);
}
