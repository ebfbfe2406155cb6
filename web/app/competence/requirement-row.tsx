import type { RequirementView } from '@kursdugnad/core/contract/competence.js';
import { Heading } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { dateIn } from '../ui/dates.js';
import { StatusSign } from '../ui/status-sign.js';
import { useWords, type Words } from '../words/words.js';

/** One requirement: what shows it, how long it counts, and how many have it. */
export function RequirementRow({ requirement, today }: { requirement: RequirementView; today: string }) {
  const words = useWords();
  const { competence } = words;
  const { id, course, role, people, fulfilled, to } = requirement;
  const facts = [validityOf(requirement, words), deadlineOf(requirement, words)].join(', ');
  const dates = [
    requirement.from > today && competence.comes(dateIn(words, requirement.from, today)),
    to !== null && competence.ends(dateIn(words, to, today)),
  ].filter((date) => date !== false);
  return (
    <li id={`krav-${id}`} className="requirement-row">
      <div className="requirement-what">
        <Heading level={3} data-size="2xs">
          {requirement.competence}
        </Heading>
        <span>
          {competence.shownBy(course.title)}, {facts}
        </span>
        {dates.length > 0 && <strong>{dates.join('. ')}</strong>}
      </div>
      <span className="requirement-how-many">
        <StatusSign sign={people > 0 && fulfilled === people ? 'done' : 'open'}>
          {howMany(people, fulfilled, words)}
        </StatusSign>
      </span>
      {to === null ? (
        <Link className="ds-link" to={`/kompetansekrav/${id}/avslutt`}>
          {competence.end}
          <span className="ds-sr-only">
            {competence.endWhich(requirement.competence, role?.name ?? competence.everybody)}
          </span>
        </Link>
      ) : (
        <span />
      )}
    </li>
  );
}

function howMany(people: number, fulfilled: number, { competence }: Words): string {
  if (people === 0) return competence.nobody;
  return people === fulfilled ? competence.allFulfilled(people) : competence.fulfilled(fulfilled, people);
}

export function validityOf({ validMonths }: Pick<RequirementView, 'validMonths'>, { competence }: Words): string {
  if (validMonths === null) return competence.forGood;
  return validMonths % 12 === 0 ? competence.validForYears(validMonths / 12) : competence.validFor(validMonths);
}

function deadlineOf({ deadlineDays }: RequirementView, { competence }: Words): string {
  return deadlineDays === 0 ? competence.atOnce : competence.deadline(deadlineDays);
}
