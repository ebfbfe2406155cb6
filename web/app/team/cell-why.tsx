import type { TeamTable } from '@kursdugnad/core/contract/teams.js';
import { Button } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { usePerson } from '../frame/person.js';
import { StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';
import { cellWords, isUnfinished, type Standing } from './cell-words.js';
import { Remind } from './remind.js';
import { sinceAndUntil, whatToDo, whoMust } from './why.js';

interface CellWhyProps {
  id: string;
  unit: string;
  person: { id: string; name: string };
  requirement: TeamTable['requirements'][number];
  standing: Standing & { q?: number | undefined };
  today: string;
  onClose: () => void;
}

/** The line below a row: why the cell says what it says, and what to do. */
export function CellWhy({ id, unit, person, requirement, standing, today, onClose }: CellWhyProps) {
  const words = useWords();
  const { team } = words;
  const municipality = usePerson()?.municipalityName ?? '';
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A promise in newer browsers, so it must not be what the effect returns.
    void line.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [id, requirement.id]);
  const { sign, text } = cellWords(standing, today, words);
  const title = `${person.name}: ${requirement.competence}`;
  return (
    <div ref={line} id={id} className="team-why" role="group" aria-label={title}>
      <p className="team-why-title">
        <strong>{title}</strong> <StatusSign sign={sign}>{text}</StatusSign>
      </p>
      <p>
        {whoMust(requirement.roles[standing.q ?? 0] ?? null, municipality, words)}{' '}
        {sinceAndUntil(standing, today, words)}
      </p>
      <p>
        {team.todo.title} {whatToDo(standing, requirement.course?.title ?? null, words)}
      </p>
      <div className="team-why-actions">
        {isUnfinished(standing.state) && <Remind person={person} />}
        <a className="ds-link" href={`/team/${unit}/person/${person.id}`}>
          {team.seePerson(person.name)}
        </a>
        <Button type="button" variant="tertiary" onClick={onClose}>
          {team.close}
        </Button>
      </div>
    </div>
  );
}
