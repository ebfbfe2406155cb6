import type { Completion } from '@kursdugnad/core/runtime/completion.js';
import { noCompletion } from '@kursdugnad/core/runtime/completion.js';
import type { Reading, Transaction } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
import { sqlFile } from '../database/sql.js';

/** A registration with how far it has come. */
export interface Standing {
  registration: string;
  person: string;
  course: string;
  /** The course as an activity. */
  iri: string;
  completion: Completion;
}

type CompletionColumns = { [K in keyof Completion]: K extends 'completed' ? number | null : Completion[K] | null };
type Row = Omit<Standing, 'completion'> & CompletionColumns;

const completions = sqlFile(import.meta.url, 'completions.sql');

/** SQLite takes 32 766 parameters. */
export const partSize = 5000;

export async function standingsOf(
  reading: Reading,
  municipality: string,
  registrations: string[],
): Promise<Map<string, Standing>> {
  const found = new Map<string, Standing>();
  for (let start = 0; start < registrations.length; start += partSize) {
    const part = registrations.slice(start, start + partSize);
    const rows = await reading.query<Row>(completions, { municipality, registrations: part });
    for (const row of rows) found.set(row.registration, { ...row, completion: completionIn(row) });
  }
  return found;
}

/** The completion in a row, where a missing one is the empty one. */
export function completionIn(row: CompletionColumns): Completion {
  const { completed, completedAt, success, scoreBest, scoreLast, scoredAt, progress, firstAt, lastAt } = row;
  return {
    completed: completed === 1,
    completedAt,
    success: success ?? noCompletion.success,
    scoreBest,
    scoreLast,
    scoredAt,
    progress: progress ?? 0,
    firstAt,
    lastAt,
  };
}

const keys = ['municipality', 'registration', 'person', 'course'];
const changing = [
  'completed',
  'completed_at',
  'success',
  'score_best',
  'score_last',
  'scored_at',
  'progress',
  'first_at',
  'last_at',
];
const overwriting = `ON CONFLICT (municipality, registration) DO UPDATE SET ${changing
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')}`;

export async function writeCompletions(
  transaction: Transaction,
  municipality: string,
  standings: Omit<Standing, 'iri'>[],
): Promise<void> {
  const rows = standings.map(({ registration, person, course, completion }) => [
    municipality,
    registration,
    person,
    course,
    Number(completion.completed),
    completion.completedAt,
    completion.success,
    completion.scoreBest,
    completion.scoreLast,
    completion.scoredAt,
    completion.progress,
    completion.firstAt,
    completion.lastAt,
  ]);
  await insertRows(transaction, 'completion', [...keys, ...changing], rows, overwriting);
}

export function isSameCompletion(one: Completion, other: Completion): boolean {
  return (Object.keys(noCompletion) as (keyof Completion)[]).every((key) => one[key] === other[key]);
}
