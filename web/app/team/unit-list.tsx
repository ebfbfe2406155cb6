import type { TeamTable } from '@kursdugnad/core/contract/teams.js';
import { Link } from 'react-router';
import { Fold } from '../ui/fold.js';
import { StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';

/** The units below, with how each stands: the way down. In a large unit it is the first thing one needs. */
export function UnitsBelow({ below, open }: { below: TeamTable['below']; open: boolean }) {
  const { team: words } = useWords();
  if (below.length === 0) return null;
  return (
    <Fold id="enheter" title={words.unitsBelow(below.length)} open={open}>
      <ul className="plain-list unit-list">
        {below.map((unit) => (
          <li key={unit.id}>
            <Link className="ds-link" to={`/team/${unit.id}`}>
              {unit.name}
            </Link>
            <span>{words.people(unit.people)}</span>
            <span>
              <StatusSign sign={unit.overdue > 0 ? 'urgent' : 'done'}>
                {unit.overdue > 0 ? words.overdue(unit.overdue) : words.nothingOverdue}
              </StatusSign>
            </span>
            <span>{unit.expiring > 0 && <StatusSign sign="soon">{words.expiring(unit.expiring)}</StatusSign>}</span>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
