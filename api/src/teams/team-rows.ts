import {
  countsOf,
  type KnownCell,
  type Team,
  type TeamMember,
  type TeamRow,
} from '@kursdugnad/core/competence/team-completion.js';
import type { UnitBelow } from '../people/people.js';

/** One employment in the unit or below it; a person may have several. */
export interface Membership {
  id: string;
  name: string;
  role: string;
  unit: string;
  /** Of the unit. */
  path: string;
  starts: string;
}

/** All that is known of one person: `requirement due on validUntil progress` for each requirement, commas between. */
export interface PersonFacts {
  person: string;
  known: string;
}

/** People × requirements: a person once, in their first membership; only requirements that apply to somebody here. */
export function assembled<Requirement extends { id: string }>(
  memberships: Membership[],
  facts: PersonFacts[],
  requirements: Requirement[],
): Team<Requirement> {
  const knownOf = new Map(facts.map(({ person, known }) => [person, known.split(',').map((one) => one.split(' '))]));
  const asked = new Set([...knownOf.values()].flatMap((known) => known.map(([requirement]) => requirement)));
  const columns = requirements.filter(({ id }) => asked.has(id));
  const place = new Map(columns.map(({ id }, r) => [id, r]));
  const people = new Map<string, TeamMember<KnownCell>>();
  for (const { id, name, role, unit } of memberships)
    if (!people.has(id)) people.set(id, { id, name, role, unit, cells: cellsIn(knownOf.get(id) ?? [], place) });
  return { requirements: columns, people: [...people.values()] };
}

function cellsIn(known: string[][], place: Map<string, number>): KnownCell[] {
  const cells: KnownCell[] = [];
  for (const [requirement = '', due = '', on = '', validUntil = '', progress = ''] of known) {
    const r = place.get(requirement);
    if (r === undefined) continue;
    const share = progress === '' ? null : Number(progress) / 100;
    cells.push({
      r,
      due,
      on: on === '' ? null : on,
      validUntil: validUntil === '' ? null : validUntil,
      progress: share,
    });
  }
  return cells.sort((a, b) => a.r - b.r);
}

/** How it stands in each unit right below this one, with all that is below it again. */
export function standingBelow(unit: string, units: UnitBelow[], memberships: Membership[], rows: TeamRow[]) {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return units
    .filter(({ parent }) => parent === unit)
    .map(({ id, name, path }) => {
      const inside = new Set(memberships.filter((one) => one.path.startsWith(path)).map((one) => one.id));
      const { people, overdue, expiring } = countsOf([...inside].flatMap((person) => rowOf.get(person) ?? []));
      return { id, name, people, overdue, expiring };
    })
    .sort((a, b) => compare(a.name, b.name));
}

const { compare } = new Intl.Collator('nb');
