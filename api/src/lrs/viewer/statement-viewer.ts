import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import type {
  openStatement,
  StatementFilter,
  statementList,
  statementSources,
} from '@kursdugnad/core/contract/statement-viewer.js';
import { ownSource } from '@kursdugnad/core/runtime/own-source.js';
import { agentInText } from '@kursdugnad/core/xapi/agent-in-text.js';
import type { Agent, Identifiers, StoredStatement } from '@kursdugnad/core/xapi/statement.js';
import { refersTo, voids } from '@kursdugnad/core/xapi/statement.js';
import { Database } from '../../database/database.js';
import { sqlFile } from '../../database/sql.js';
import { notFound } from '../../http/problem.js';
import { Decided } from '../../settings.module.js';
import type { Settings } from '../../settings.js';
import { statementKey } from '../statement-keys.js';
import { statementIn } from '../statement-list.js';
import { StatementReading } from '../statement-reading.js';
import type { Search } from '../statement-search.js';
import { Statements } from '../statements.js';
import { actorsIn, readStatement } from './read-statement.js';
import { type SeenPerson, SeenPeople } from './seen-people.js';

type List = Answered<typeof statementList>;
type Opened = Answered<typeof openStatement>;
type Source = Answered<typeof statementSources>['sources'][number];

const sources = sqlFile(import.meta.url, 'sources.sql');
const referringTo = sqlFile(import.meta.url, '../referring-to.sql');
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const mostRelated = 20;

/** Whom a filter means: an agent to search for, and the person of the municipality, where it is one. */
interface Meant {
  agent: Identifiers;
  person: SeenPerson | null;
}

/** The municipality's statements as an administrator reads them. */
@Injectable()
export class StatementViewer {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Decided) private readonly settings: Settings,
    @Inject(Statements) private readonly statements: Statements,
    @Inject(StatementReading) private readonly reading: StatementReading,
    @Inject(SeenPeople) private readonly people: SeenPeople,
  ) {}

  /** One page, latest first. Notes who is looked at before anything of them is shown. */
  async list(caller: Caller, asked: Heard<typeof statementList>): Promise<List> {
    const { municipality } = caller;
    const consistent = await this.reading.consistentThrough();
    const nothing = { statements: [], next: null, person: null, people: [], consistentThrough: earlier(consistent) };
    const found = asked.person === undefined ? null : await this.meant(municipality, asked.person);
    if (found !== null && !('agent' in found)) return { ...nothing, people: found.people };
    if (found?.person) await this.people.note(caller, found.person.id);
    const page = await this.reading.page([municipality], this.searchFor(asked, found));
    const statements = await this.readable(caller, page.list.each().map(statementIn), found?.person ?? null);
    const next = page.list.next ? `${page.list.next.seq}.${page.list.next.id}` : null;
    const person = found && { name: found.person?.name ?? asked.person ?? '', isOurs: found.person !== null };
    const consistentThrough = earlier(page.consistentThrough);
    return { statements, next, person, people: [], consistentThrough };
  }

  /** Throws `not-found` for a statement of another municipality, as for none. */
  async open(caller: Caller, id: string): Promise<Opened> {
    const { municipality } = caller;
    const [standing, gone] = await Promise.all([
      this.reading.one([municipality], id, false),
      this.reading.one([municipality], id, true),
    ]);
    const found = standing ?? gone;
    if (!found) throw notFound();
    const statement = statementIn(found);
    const { registration } = statement.context ?? {};
    const around = registration === undefined ? [] : await this.ofRegistration(municipality, registration);
    const others = around.filter((one) => one.id.toLowerCase() !== id.toLowerCase());
    const behind = await this.people.behind(municipality, actorsIn(statement));
    const seen = actorsIn(statement).flatMap((actor) => behind(actor) ?? []);
    for (const person of seen) await this.people.note(caller, person.id);
    const [read, ...sameRegistration] = await this.readable(caller, [statement, ...others], ...seen);
    if (!read) throw notFound();
    const { result = {} } = statement;
    const { raw, max = null } = result.score ?? {};
    return {
      statement: read,
      timestamp: statement.timestamp,
      response: result.response ?? null,
      duration: result.duration ?? null,
      score: raw === undefined ? null : { raw, max },
      json: found.text,
      isVoided: !standing,
      ...(await this.about(municipality, statement)),
      sameRegistration: sameRegistration.slice(0, mostRelated),
    };
  }

  async sources({ municipality }: Caller): Promise<{ sources: Source[] }> {
    return { sources: await this.database.query<Source>(sources, { municipality }) };
  }

  private searchFor(asked: Heard<typeof statementList>, found: Meant | null): Search {
    const { verb, activity, registration, since, until, limit, source } = asked;
    const [, seq, id] = /^(\d+)\.(.+)$/.exec(asked.from ?? '') ?? [];
    return {
      verb,
      activity,
      registration,
      since,
      until,
      limit,
      agent: found?.agent,
      vouchedBy: source === undefined ? undefined : this.authorityOf(source),
      from: seq !== undefined && id !== undefined ? { seq: Number(seq), id } : undefined,
      relatedAgents: false,
      relatedActivities: true,
      ascending: false,
    };
  }

  private authorityOf(source: NonNullable<StatementFilter['source']>): Agent {
    if (source === ownSource) return this.statements.platform;
    return { objectType: 'Agent', account: { homePage: this.settings.publicUrl, name: `lrs:${source}` } };
  }

  /** What a line of text means: a person's id, an agent, or part of a name that one or several have. */
  private async meant(municipality: string, text: string): Promise<Meant | { people: SeenPerson[] }> {
    const agent = uuid.test(text) ? this.people.agentOf(municipality, text.toLowerCase()) : agentInText(text);
    if (agent) return { agent, person: (await this.people.behind(municipality, [agent]))(agent) };
    const people = await this.people.named(municipality, text);
    const [only] = people;
    if (people.length !== 1 || !only) return { people };
    return { agent: this.people.agentOf(municipality, only.id), person: only };
  }

  private async readable(caller: Caller, statements: StoredStatement[], ...seen: (SeenPerson | null)[]) {
    const { municipality, language } = caller;
    const [behind, keys] = await Promise.all([
      this.people.behind(municipality, statements.flatMap(actorsIn)),
      this.sources(caller),
    ]);
    const labels = new Map(keys.sources.map(({ id, label }) => [id, label]));
    const shown = new Set(seen.flatMap((person) => (person ? [person.id] : [])));
    return statements.map((statement) => readStatement(statement, { language, behind, shown, labels }));
  }

  private async ofRegistration(municipality: string, registration: string): Promise<StoredStatement[]> {
    const search = { ...everything, registration, limit: mostRelated + 1 };
    const { list } = await this.reading.page([municipality], search);
    // Who is about one of them is found with it, and is no part of the run itself.
    return list
      .each()
      .map(statementIn)
      .filter(({ context }) => context?.registration !== undefined);
  }

  private async about(municipality: string, statement: StoredStatement) {
    const keys = [statementKey('reference', statement.id.toLowerCase())];
    const rows = await this.database.query<{ id: string; text: string }>(referringTo, { municipality, keys });
    const isVoiding = ({ text }: { text: string }) => voids(JSON.parse(text) as StoredStatement) !== null;
    return {
      voidedBy: rows.find(isVoiding)?.id ?? null,
      refersTo: refersTo(statement),
      referredBy: rows.filter((row) => !isVoiding(row)).map(({ id }) => id),
    };
  }
}

const everything = { relatedAgents: false, relatedActivities: false, ascending: false };

/** A millisecond earlier: more may still be stored in the one that has not ended. */
function earlier(instant: string): string {
  return new Date(Date.parse(instant) - 1).toISOString();
}
