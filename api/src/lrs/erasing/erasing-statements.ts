import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { ErasureCounts } from '@kursdugnad/core/contract/erasure.js';
import { type Erasing, erasedStatement, erasedValue, isErased } from '@kursdugnad/core/xapi/erasing.js';
import { identifierOf, mentioned } from '@kursdugnad/core/xapi/mentioned.js';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import { Database, type Transaction } from '../../database/database.js';
import { likePattern } from '../../database/like-pattern.js';
import { sqlFile } from '../../database/sql.js';
import { type Erased, Erasures } from '../../people/erasure/erasures.js';
import { Decided } from '../../settings.module.js';
import type { Settings } from '../../settings.js';
import { ForwardingRow } from '../forwarding/forwarding.tables.js';
import { hashesOf, letGoOf } from '../keeping/removal.js';
import { ActivityDefinitionRow, LrsCredentialRow } from '../lrs.tables.js';
import { accountOfPerson } from '../person-account.js';
import { statementKey } from '../statement-keys.js';
import { Statements } from '../statements.js';
import { Refusals } from '../viewer/refusals.js';
import { identifiersOfPerson } from './agents-of-person.js';
import { type Rewritten, rewrite } from './rekeying.js';

interface Row {
  id: string;
  seq: number;
  text: string;
}

type Found = Omit<Rewritten, 'after'>;

const byKeys = sqlFile(import.meta.url, 'statements-by-keys.sql');
const byId = sqlFile(import.meta.url, '../statements-by-id.sql');
const nextRange = sqlFile(import.meta.url, 'next-range.sql');
const withTrace = sqlFile(import.meta.url, 'with-trace.sql');
const documentsOfAgent = sqlFile(import.meta.url, 'documents-of-agent.sql');
const forgetDocuments = sqlFile(import.meta.url, 'forget-documents.sql');
const definitionsWithTrace = sqlFile(import.meta.url, 'definitions-with-trace.sql');
const forgetRefusals = sqlFile(import.meta.url, 'forget-refusals.sql');
/** Statements looked through at a time: nobody else waits for longer than that takes. */
const partSize = 500;

/** What the LRS knows of whoever is erased: statements stay under an account that nobody has, documents go. */
@Injectable()
export class ErasingStatements implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Erasures) private readonly erasures: Erasures,
    @Inject(Refusals) private readonly refusals: Refusals,
    @Inject(Decided) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.erasures.onErased(async (erased) => {
      // Whoever mentions the person in passing is looked for before anybody has to wait.
      await this.refusals.flush();
      const ids = await this.mentioning(erased);
      return (transaction) => this.erase(transaction, erased, ids);
    });
  }

  private async erase(transaction: Transaction, erased: Erased, ids: string[]): Promise<Partial<ErasureCounts>> {
    const { municipality, person, name, email, anonymous } = erased;
    // Nobody stores statements meanwhile: one more about the person would be overlooked.
    await this.statements.clock.begin(transaction, municipality, true);
    const identifiers = identifiersOfPerson(this.settings.publicUrl, erased);
    const { account } = accountOfPerson(this.settings.publicUrl, municipality, anonymous);
    const erasing = {
      ...{ identifiers: new Set([...identifiers, ...identifiers.map((one) => one.toLowerCase())]), account },
      ...{ traces: [person, email, name], anonymous },
    };
    const found = await foundBy(transaction, municipality, identifiers, ids);
    const files = await filesOfPerson(transaction, municipality, found, erasing);
    const all = found.map((one) => ({ ...one, after: erasedStatement(one.before, erasing, files) }));
    const seen = found.flatMap(({ before }) => [...mentioned(before).agents.keys()]);
    const theirs = seen.filter((one) => erasing.identifiers.has(one.toLowerCase()));
    const every = [...new Set([...identifiers, ...theirs])];
    await rewrite(transaction, municipality, all, every, identifierOf({ account }) ?? '');
    await forgetAround(transaction, erased, erasing);
    return {
      statements: found.length,
      documents: await documentsGone(transaction, municipality, every),
      attachments: await letGoOf(transaction, municipality, [...files]),
    };
  }

  /** Ids of statements that hold the person's id or e-mail anywhere. Looks through all of them, a part at a time. */
  private async mentioning({ municipality, person, email }: Erased): Promise<string[]> {
    const patterns = { idPattern: likePattern(person), mailPattern: likePattern(email) };
    const found: string[] = [];
    for (let seq = 0; ;) {
      const [part] = await this.database.query<{ last: number | null }>(nextRange, {
        municipality,
        seq,
        most: partSize,
      });
      const last = part?.last ?? null;
      if (last === null) return found;
      const rows = await this.database.query<{ id: string }>(withTrace, { municipality, seq, last, ...patterns });
      found.push(...rows.map(({ id }) => id));
      seq = last;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

async function foundBy(
  { query }: Transaction,
  municipality: string,
  identifiers: string[],
  ids: string[],
): Promise<Found[]> {
  const keys = identifiers.flatMap((one) => [statementKey('agent', one), statementKey('related-agent', one)]);
  const rows = await query<Row>(byKeys, { municipality, keys });
  const known = new Set(rows.map(({ id }) => id));
  const others = ids.filter((id) => !known.has(id));
  for (let start = 0; start < others.length; start += partSize)
    rows.push(...(await query<Row>(byId, { municipality, ids: others.slice(start, start + partSize) })));
  return rows.map(({ id, seq, text }) => ({ id, seq, before: JSON.parse(text) as Statement }));
}

/** Hashes of attachments that came with statements of which the person is the actor, and with no others. */
async function filesOfPerson(
  { query }: Transaction,
  municipality: string,
  found: readonly Found[],
  erasing: Erasing,
): Promise<Set<string>> {
  const own = found.filter(({ before }) => isErased(before.actor, erasing));
  const ids = new Set(own.map(({ id }) => id));
  const files = new Set(own.flatMap(({ before }) => hashesOf(before)));
  for (const sha2 of files) {
    const users = await query<Row>(byKeys, { municipality, keys: [statementKey('attachment', sha2)] });
    if (users.some(({ id }) => !ids.has(id))) files.delete(sha2);
  }
  return files;
}

async function documentsGone({ query }: Transaction, municipality: string, identifiers: string[]): Promise<number> {
  const keys = identifiers.map((identifier) => statementKey('agent', identifier));
  const [row] = await query<{ documents: number }>(documentsOfAgent, { municipality, keys });
  await query(forgetDocuments, { municipality, keys });
  return row?.documents ?? 0;
}

/** Who made a key, what an activity was called, what was refused. */
async function forgetAround({ query, manager }: Transaction, erased: Erased, erasing: Erasing): Promise<void> {
  const { municipality, person, email } = erased;
  const patterns = { municipality, idPattern: likePattern(person), mailPattern: likePattern(email) };
  type Definition = Pick<ActivityDefinitionRow, 'activity' | 'hash' | 'text'>;
  for (const { activity, hash, text } of await query<Definition>(definitionsWithTrace, patterns)) {
    const without = JSON.stringify(erasedValue(JSON.parse(text), erasing));
    await manager.update(ActivityDefinitionRow, { municipality, activity, hash }, { text: without });
  }
  await query(forgetRefusals, patterns);
  await manager.update(LrsCredentialRow, { municipality, madeBy: person }, { madeBy: null });
  await manager.update(ForwardingRow, { municipality, madeBy: person }, { madeBy: null });
}
