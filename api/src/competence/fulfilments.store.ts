import { type Evidence, evidenceOf, type Shown } from '@kursdugnad/core/competence/evidence.js';
import type { Requirement, Spell } from '@kursdugnad/core/competence/requirement.js';
import type { Transaction } from '../database/database.js';
import { hold } from '../database/hold.js';
import { insertRows } from '../database/insert-rows.js';
import { sqlFile, type SqlValue } from '../database/sql.js';
import { FulfilmentRow } from './competence.tables.js';
import type { FulfilmentChange, StoredFacts } from './fact-changes.js';

type KnownRequirement = Omit<Requirement, 'accepts' | 'from' | 'to'> & {
  course: string;
  starts: string;
  ends: string | null;
};

const requirementsOfSql = sqlFile(import.meta.url, 'requirements-of.sql');
const spellsOfSql = sqlFile(import.meta.url, 'spells-of.sql');
const evidenceOfSql = sqlFile(import.meta.url, 'evidence-of.sql');
const factsOfSql = sqlFile(import.meta.url, 'facts-of.sql');

/** More people than this hold the whole municipality instead of each their own. */
const manyPeople = 50;

/** Every requirement that the municipality has ever stated. */
export async function requirementsOf(transaction: Transaction, municipality: string): Promise<Requirement[]> {
  const rows = await transaction.query<KnownRequirement>(requirementsOfSql, { municipality });
  return rows.map(({ course, starts, ends, ...rest }) => ({
    ...rest,
    accepts: [{ kind: 'completion', course }],
    from: starts,
    to: ends,
  }));
}

export function spellsOf(
  transaction: Transaction,
  municipality: string,
  people: string[],
): Promise<(Spell & { person: string })[]> {
  return transaction.query(spellsOfSql, { municipality, people });
}

export async function factsOf(
  transaction: Transaction,
  municipality: string,
  people: string[],
  requirements: string[],
): Promise<StoredFacts[]> {
  const rows = await transaction.query<StoredFacts>(factsOfSql, { municipality, people, requirements });
  return rows.map(asFraction);
}

/** What people have to show of some courses, or have begun. */
export async function evidenceFor(
  transaction: Transaction,
  municipality: string,
  people: string[],
  courses: string[],
): Promise<(Evidence & { person: string })[]> {
  type Run = Omit<Shown, 'completed'> & { person: string; course: string; completed: number; redoAt: string | null };
  const rows = await transaction.query<Run>(evidenceOfSql, { municipality, people, courses });
  return rows.map(({ person, course, completed, redoAt, ...rest }) => ({
    person,
    ...evidenceOf(course, { ...rest, completed: completed === 1 }, redoAt),
  }));
}

/** Progress is stored in per cent. */
export function asFraction<Known extends { progress: number | null }>(known: Known): Known {
  return { ...known, progress: known.progress === null ? null : known.progress / 100 };
}

/** For those who change a requirement, and for those who change many people: alone in the municipality. */
export async function holdMunicipality(transaction: Transaction, municipality: string): Promise<void> {
  await hold(transaction, [`competence ${municipality}`]);
}

/** Whoever computes for the same person waits, so that neither overlooks what the other has just written. */
export async function holdPeople(transaction: Transaction, municipality: string, people: string[]): Promise<void> {
  if (people.length > manyPeople) return holdMunicipality(transaction, municipality);
  await hold(transaction, [`competence ${municipality}`], true);
  await hold(
    transaction,
    people.map((person) => `competence ${municipality} ${person}`),
  );
}

export async function write(
  transaction: Transaction,
  municipality: string,
  changes: FulfilmentChange[],
): Promise<void> {
  const gone = changes.filter(({ isGone }) => isGone);
  for (const part of inParts(gone, 100))
    await transaction.manager.delete(
      FulfilmentRow,
      part.map(({ person, requirement, starts }) => ({ municipality, person, requirement, starts })),
    );
  const put = changes.filter(({ isGone }) => !isGone).map((facts) => rowFrom(municipality, facts));
  await insertRows(transaction, 'fulfilment', [...keys, ...changing], put, overwriting);
}

const keys = ['municipality', 'person', 'requirement', 'starts'];
const changing = ['ends', 'due', 'fulfilled_on', 'valid_until', 'progress'];
const overwriting = `ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${changing
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')}`;

function rowFrom(municipality: string, facts: FulfilmentChange): SqlValue[] {
  const { person, requirement, starts, ends, due, on, validUntil, progress } = facts;
  const percent = progress === null ? null : Math.round(progress * 100);
  return [municipality, person, requirement, starts, ends, due, on, validUntil, percent];
}

export function* inParts<T>(all: T[], size: number): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}
