import type { LiveCell, TeamTable } from '@kursdugnad/core/contract/teams.js';
import { useEffect, useReducer, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { calmly } from '../ui/calmly.js';
import { listenTo } from '../ui/event-line.js';
import { useWords, type Words } from '../words/words.js';
import { cellWords } from './cell-words.js';
import { afterTold, cellKey, startOf } from './live-table.js';

export type Line = 'connecting' | 'live' | 'lost';

interface LiveTable {
  table: TeamTable;
  line: Line;
  /** For a polite live region. */
  said: string;
  /** The cells (`cellKey`) that changed a moment ago. */
  changed: ReadonlySet<string>;
}

type Timer = ReturnType<typeof setTimeout>;

const none: ReadonlySet<string> = new Set();
/** How long a changed cell is marked, and how long changes are gathered before they are read aloud. */
const marked = 2_500;
const gathered = 700;

/** The table as read, kept up to date by what the server tells. `isNarrowed`: the counts are of more than is shown. */
export function useLiveTable(base: TeamTable, today: string, isNarrowed: boolean): LiveTable {
  const [state, tell] = useReducer(afterTold, base, startOf);
  if (state.base !== base) tell({ kind: 'read', base });
  const [line, setLine] = useState<Line>('connecting');
  const { said, changed, notice } = useNotices(state.table, today);
  const { revalidate } = useRevalidator();
  const latest = useRef({ revalidate, notice, isNarrowed });
  useEffect(() => {
    latest.current = { revalidate, notice, isNarrowed };
  });
  useEffect(() => {
    const readAgain = calmly(() => void latest.current.revalidate(), 3_000);
    const afterGap = () => {
      tell({ kind: 'gap' });
      readAgain.ask();
    };
    const hangUp = listenTo(`/api/teams/${base.unit.id}/live`, {
      opened() {
        setLine('live');
        afterGap();
      },
      told: {
        cell(data) {
          const change = JSON.parse(data) as LiveCell;
          tell({ kind: 'changes', changes: [change] });
          latest.current.notice(change);
          if (latest.current.isNarrowed) readAgain.ask();
        },
        people: afterGap,
      },
      lost: () => setLine('lost'),
    });
    return () => {
      hangUp();
      readAgain.stop();
    };
  }, [base.unit.id]);
  return { table: state.table, line, said, changed };
}

/** What is marked and read aloud when cells change: one sentence for one, a number for many. */
function useNotices(table: TeamTable, today: string) {
  const words = useWords();
  const [said, setSaid] = useState('');
  const [changed, setChanged] = useState(none);
  const gathering = useRef<LiveCell[]>([]);
  const saying = useRef<Timer | undefined>(undefined);
  const marks = useRef(new Map<string, Timer>());
  function notice(change: LiveCell) {
    const key = cellKey(change);
    gathering.current.push(change);
    setChanged((before) => new Set(before).add(key));
    clearTimeout(marks.current.get(key));
    marks.current.set(
      key,
      setTimeout(() => setChanged((before) => new Set([...before].filter((one) => one !== key))), marked),
    );
    // The next change does not put it off: in a busy hour something is still said.
    saying.current ??= setTimeout(() => {
      saying.current = undefined;
      setSaid(inWords(gathering.current, table, today, words));
      gathering.current = [];
    }, gathered);
  }
  return { said, changed, notice };
}

export function inWords(changes: LiveCell[], table: TeamTable, today: string, words: Words): string {
  const { live } = words.team;
  const latest = [...new Map(changes.map((change) => [cellKey(change), change])).values()];
  const sentences = latest.flatMap(({ person, requirement, cell }) => {
    const name = table.people.find(({ id }) => id === person)?.name;
    const competence = table.requirements.find(({ ids }) => ids.includes(requirement))?.competence;
    if (name === undefined || competence === undefined) return [];
    if (cell.state === 'fulfilled') return [live.fulfilled(name, competence)];
    return [live.changed(name, competence, cellWords(cell, today, words).text)];
  });
  return sentences.length > 3 ? live.manyChanged(sentences.length) : sentences.join('. ');
}
