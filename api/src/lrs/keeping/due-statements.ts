import { type RetentionCategory, verbsOfCategory } from '@kursdugnad/core/runtime/retention.js';
import type { StoredStatement } from '@kursdugnad/core/xapi/statement.js';
import type { Reading } from '../../database/database.js';
import { sqlFile } from '../../database/sql.js';
import { statementKey } from '../statement-keys.js';

/** A statement as it lies in the table. */
export interface Lying {
  id: string;
  seq: number;
  isVoided: boolean;
  statement: StoredStatement;
}

const dueByVerb = sqlFile(import.meta.url, 'due-by-verb.sql');
const dueOther = sqlFile(import.meta.url, 'due-other.sql');
const countByVerbs = sqlFile(import.meta.url, 'count-by-verbs.sql');
const countStatements = sqlFile(import.meta.url, 'count-statements.sql');

const partSize = 200;
const voiding = statementKey('verb', 'http://adlnet.gov/expapi/verbs/voided');
const beginning = { seq: 0, id: '' };

function keysOfCategory(category: Exclude<RetentionCategory, 'other'>): string[] {
  return verbsOfCategory[category].map((verb) => statementKey('verb', verb));
}

/** Voiding statements are in no category: they stay, so that what they void never counts again. */
const known = [...(['answers', 'progress', 'evidence'] as const).flatMap(keysOfCategory), voiding];

/** Where a search goes on: which of the verbs, and after which statement. */
interface Place {
  verb: number;
  seq: number;
  id: string;
}
export const atTheBeginning: Place = { verb: 0, ...beginning };

/** Some statements of a category that were stored before a place in the order; `next` is null when there are no more. */
export async function duePart(
  reading: Reading,
  municipality: string,
  category: RetentionCategory,
  before: number,
  { verb, seq, id }: Place,
): Promise<{ due: Lying[]; next: Place | null }> {
  type Row = { id: string; seq: number; voided: number; text: string };
  const keys = category === 'other' ? known : keysOfCategory(category);
  const given = { municipality, before, seq, id, most: partSize };
  const rows =
    category === 'other'
      ? await reading.query<Row>(dueOther, { ...given, keys })
      : await reading.query<Row>(dueByVerb, { ...given, key: keys[verb] });
  const due = rows.map((row) => ({
    id: row.id,
    seq: row.seq,
    isVoided: row.voided === 1,
    statement: JSON.parse(row.text) as StoredStatement,
  }));
  const last = due.at(-1);
  if (last && due.length === partSize) return { due, next: { verb, seq: last.seq, id: last.id } };
  const isLastVerb = category === 'other' || verb === keys.length - 1;
  return { due, next: isLastVerb ? null : { verb: verb + 1, ...beginning } };
}

/** How many statements each category has. */
export async function storedByCategory(
  reading: Reading,
  municipality: string,
): Promise<Record<RetentionCategory, number>> {
  const count = async (keys: string[]) => {
    const [row] = await reading.query<{ stored: number }>(countByVerbs, { municipality, keys });
    return row?.stored ?? 0;
  };
  const [answers, progress, evidence, ofAll, [all]] = await Promise.all([
    count(keysOfCategory('answers')),
    count(keysOfCategory('progress')),
    count(keysOfCategory('evidence')),
    count(known),
    reading.query<{ stored: number }>(countStatements, { municipality }),
  ]);
  return { answers, progress, evidence, other: (all?.stored ?? 0) - ofAll };
}
