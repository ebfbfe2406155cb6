import type { TeamTable } from '@kursdugnad/core/contract/teams.js';
import { Link } from 'react-router';
import { StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';
import { addressWith, type Filter } from './completion-filter.js';
import { Remind, type Reminded } from './remind.js';
import type { Line } from './use-live-table.js';

interface TeamCountsProps {
  table: Pick<TeamTable, 'unit' | 'counts' | 'signOffs'>;
  filter: Filter;
  reminded: Reminded | undefined;
}

/** What needs the leader now, each the way to those it is about; and the one thing to do. */
export function TeamCounts({ table: { unit, counts, signOffs }, filter, reminded }: TeamCountsProps) {
  const { team: words } = useWords();
  const needs = [
    { sign: 'urgent', text: words.overdue, count: counts.overdue, to: addressWith(filter, { status: 'over-fristen' }) },
    { sign: 'soon', text: words.expiring, count: counts.expiring, to: addressWith(filter, { status: 'gar-ut' }) },
    { sign: 'soon', text: words.signOffs.waiting, count: signOffs, to: `/team/${unit.id}/signeringer` },
  ] as const;
  return (
    <div className="team-counts">
      {counts.overdue + counts.expiring + signOffs > 0 && <h2>{words.needsYou}</h2>}
      <ul className="plain-list">
        {needs
          .filter(({ count }) => count > 0)
          .map(({ sign, text, count, to }) => (
            <li key={to}>
              <StatusSign sign={sign}>
                <Link className="ds-link" to={to} preventScrollReset={to.startsWith('?')}>
                  {text(count)}
                </Link>
              </StatusSign>
            </li>
          ))}
        {counts.overdue === 0 && (
          <li>
            <StatusSign sign="done">{words.nothingOverdue}</StatusSign>
          </li>
        )}
      </ul>
      {counts.overdue > 0 && <Remind person={null} text={words.remindAll(counts.overdue)} main before={reminded} />}
    </div>
  );
}

/** Whether the table follows along, in words. */
export function LiveLine({ line }: { line: Line }) {
  const { live } = useWords().team;
  return (
    <span className="live-line" data-line={line}>
      {live[line]}
      {line === 'live' && <span className="ds-sr-only">. {live.liveNote}</span>}
    </span>
  );
}
