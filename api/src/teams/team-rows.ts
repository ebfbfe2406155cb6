import type { Facts } from '@kursdugnad/core/competence/fulfilment.js';
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

export type PersonFacts = Facts & { person: string; requirement: string };

/** People × requirements: a person once, in their first membership; only requirements that apply to somebody here. */
export function assembled<Requirement extends { id: string }>(
  memberships: Membership[],
  facts: PersonFacts[],
  requirements: Requirement[],
): Team<Requirement> {
  const asked = new Set(facts.map(({ requirement }) => requirement));
  const columns = requirements.filter(({ id }) => asked.has(id));
  const place = new Map(columns.map(({ id }, r) => [id, r]));
  const people = new Map<string, TeamMember<KnownCell>>();
  for (const { id, name, role, unit } of memberships)
    if (!people.has(id)) people.set(id, { id, name, role, unit, cells: [] });
  for (const { person, requirement, progress, ...rest } of facts) {
    const r = place.get(requirement);
    if (r !== undefined)
      people.get(person)?.cells.push({ r, ...rest, progress: progress === null ? null : progress / 100 });
  }
  for (const { cells } of people.values()) cells.sort((a, b) => a.r - b.r);
  return { requirements: columns, people: [...people.values()] };
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
