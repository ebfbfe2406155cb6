import {
  countsOf,
  type KnownCell,
  type Team,
  type TeamMember,
  type TeamRow,
} from '@kursdugnad/core/competence/team-completion.js';
import { dueOf } from '@kursdugnad/core/competence/fulfilment.js';
import type { TeamTable } from '@kursdugnad/core/contract/teams.js';
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

export type TeamColumn = TeamTable['requirements'][number];

/** A requirement in force, as the table needs it. */
export interface Requirement {
  id: string;
  competence: string;
  role: string | null;
  course: { id: string; title: string };
}

/** The same competence shown by the same course is one column, whichever roles must have it; those for everybody first. */
export function columnsOf(requirements: Requirement[]): TeamColumn[] {
  const columns = new Map<string, TeamColumn>();
  for (const { id, competence, role, course } of requirements) {
    const key = `${course.id} ${competence}`;
    const column = columns.get(key) ?? { id, ids: [], competence, roles: [], course };
    column.ids.push(id);
    column.roles.push(role);
    columns.set(key, column);
  }
  const isForAll = ({ roles }: TeamColumn) => Number(roles.includes(null));
  return [...columns.values()].sort((a, b) => isForAll(b) - isForAll(a) || compare(a.competence, b.competence));
}

/** People × competences: a person once, in their first membership; only requirements that apply to somebody here. */
export function assembled(
  memberships: Membership[],
  facts: PersonFacts[],
  requirements: Requirement[],
): Team<TeamColumn> {
  const knownOf = new Map(facts.map(({ person, known }) => [person, known.split(',').map((one) => one.split(' '))]));
  const asked = new Set([...knownOf.values()].flatMap((known) => known.map(([requirement]) => requirement)));
  const columns = columnsOf(requirements.filter(({ id }) => asked.has(id)));
  const place = new Map(columns.flatMap(({ ids }, r) => ids.map((id, q) => [id, { r, q }] as const)));
  const people = new Map<string, TeamMember<KnownCell>>();
  for (const { id, name, role, unit } of memberships)
    if (!people.has(id)) people.set(id, { id, name, role, unit, cells: cellsIn(knownOf.get(id) ?? [], place) });
  return { requirements: columns, people: [...people.values()] };
}

/** A person whom two requirements of one column ask has the one that is due first. */
function cellsIn(known: string[][], place: Map<string, { r: number; q: number }>): KnownCell[] {
  const cells = new Map<number, KnownCell>();
  for (const [requirement = '', due = '', on = '', validUntil = '', progress = ''] of known) {
    const at = place.get(requirement);
    if (at === undefined) continue;
    const share = progress === '' ? null : Number(progress) / 100;
    const cell = {
      ...at,
      due,
      on: on === '' ? null : on,
      validUntil: validUntil === '' ? null : validUntil,
      progress: share,
    };
    const other = cells.get(at.r);
    if (!other || (dueOf(cell) ?? '9999') < (dueOf(other) ?? '9999')) cells.set(at.r, cell);
  }
  return [...cells.values()].sort((a, b) => a.r - b.r);
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
