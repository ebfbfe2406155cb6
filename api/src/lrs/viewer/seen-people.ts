import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Identifiers } from '@kursdugnad/core/xapi/statement.js';
import { Database } from '../../database/database.js';
import { sqlFile } from '../../database/sql.js';
import { Decided } from '../../settings.module.js';
import type { Settings } from '../../settings.js';
import { accountOfPerson, personOfAccount } from '../person-account.js';

/** Told before anything about the person is shown. */
export type LookListener = (caller: Caller, person: string) => Promise<void>;

export interface SeenPerson {
  id: string;
  name: string;
}
type Row = SeenPerson & { email: string };

const peopleSeen = sqlFile(import.meta.url, 'people-seen.sql');
const everyName = sqlFile(import.meta.url, 'every-name.sql');
const mostNamed = 20;
/** A page that follows along asks every second: that is one look, not thousands. */
const sameLook = 60 * 60 * 1000;

/** Who of the municipality stands behind the actors of statements, and who has looked at them. */
@Injectable()
export class SeenPeople {
  private readonly listeners: LookListener[] = [];
  private readonly lately = new Map<string, number>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Decided) private readonly settings: Settings,
  ) {}

  onLook(listener: LookListener): void {
    this.listeners.push(listener);
  }

  /** Notes that the caller looks at somebody, once an hour. */
  async note(caller: Caller, person: string): Promise<void> {
    const look = `${caller.municipality} ${caller.person} ${person}`;
    const now = Date.parse(caller.at);
    if (now - (this.lately.get(look) ?? 0) < sameLook) return;
    for (const tell of this.listeners) await tell(caller, person);
    if (this.lately.size > 5000) this.lately.clear();
    this.lately.set(look, now);
  }

  /** Finds the person behind an actor: by our own account, or by the mail they have here. */
  async behind(municipality: string, actors: Identifiers[]): Promise<(actor: Identifiers) => SeenPerson | null> {
    const ids = actors.map((actor) => this.idIn(municipality, actor)).filter((id) => id !== null);
    const emails = actors.map(mailIn).filter((mail) => mail !== null);
    const isAsked = ids.length + emails.length > 0;
    const asked = { municipality, ids: [...new Set(ids)], emails: [...new Set(emails)] };
    const rows = isAsked ? await this.database.query<Row>(peopleSeen, asked) : [];
    const byId = new Map(rows.map((row) => [row.id, row]));
    const byMail = new Map(rows.map((row) => [row.email.toLowerCase(), row]));
    return (actor) => byId.get(this.idIn(municipality, actor) ?? '') ?? byMail.get(mailIn(actor) ?? '') ?? null;
  }

  /** People with this in their name, 20 at most. */
  async named(municipality: string, part: string): Promise<SeenPerson[]> {
    const wanted = part.trim().toLocaleLowerCase('nb');
    const rows = await this.database.query<SeenPerson>(everyName, { municipality });
    return rows.filter(({ name }) => name.toLocaleLowerCase('nb').includes(wanted)).slice(0, mostNamed);
  }

  agentOf(municipality: string, person: string): Identifiers {
    return accountOfPerson(this.settings.publicUrl, municipality, person);
  }

  private idIn(municipality: string, actor: Identifiers): string | null {
    return personOfAccount(this.settings.publicUrl, municipality, actor);
  }
}

function mailIn({ mbox }: Identifiers): string | null {
  return mbox?.replace(/^mailto:/i, '').toLowerCase() ?? null;
}
