import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { type Caller, has } from '@kursdugnad/core/contract/caller.js';
import { Announcements } from '../../database/announcements.js';
import { Database, type Transaction } from '../../database/database.js';
import { outageOf } from '../../database/outage.js';
import { Callers } from '../../http/callers.js';
import { EventLine } from '../../http/event-line.js';
import { Problem } from '../../http/problem.js';
import type { Reply } from '../../http/request.js';
import { Statements } from '../statements.js';

/** What there may be more of. */
export type LiveTopic = 'statements' | 'refusals';
interface News {
  municipality: string;
  topic: LiveTopic;
}

const announced = 'lrs-viewer';
/** However much is stored, who looks hears of it twice a second. */
const pause = 500;
const linesEach = 8;
const beatEvery = 20_000;

/**
 * Tells administrators who look at statements that there are more, whichever process they are connected to. A hint to
 * ask again: what it is about is read with the filter of the one who looks.
 */
@Injectable()
export class LiveStatements implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly lines = new Map<EventLine, Caller>();
  private readonly waiting = new Map<string, News>();
  private readonly latest = new Map<string, string>();
  private sending: NodeJS.Timeout | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Announcements) private readonly announcements: Announcements,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(Statements) private readonly statements: Statements,
  ) {}

  onModuleInit(): void {
    const soon = (transaction: Transaction, municipality: string): Promise<void> => {
      transaction.afterCommit(() => this.note(municipality, 'statements'));
      return Promise.resolve();
    };
    this.statements.onStored(soon);
    this.statements.onVoided(soon);
    this.announcements.listen<News>(announced, (news) => this.tell(news));
    this.announcements.onMissed(() => {
      for (const municipality of new Set([...this.lines.values()].map((caller) => caller.municipality)))
        for (const topic of ['statements', 'refusals'] as const) this.tell({ municipality, topic });
    });
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.beat(), beatEvery).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
    clearTimeout(this.sending);
    for (const line of this.lines.keys()) line.close();
  }

  /** There is something new. Costs nothing that anybody waits for. */
  note(municipality: string, topic: LiveTopic): void {
    this.waiting.set(`${municipality} ${topic}`, { municipality, topic });
    this.sending ??= setTimeout(() => void this.announce(), pause).unref();
  }

  /** `since`: what the page that listens has seen. Throws `too-many` for the ninth page of one person. */
  open(caller: Caller, since: string, reply: Reply): void {
    const own = [...this.lines.values()].filter(({ person }) => person === caller.person);
    if (own.length >= linesEach) throw new Problem('too-many', tooMany);
    const line = new EventLine(reply);
    this.lines.set(line, caller);
    line.open(() => this.lines.delete(line));
    if ((this.latest.get(caller.municipality) ?? '') > since) line.tell('statements', {});
  }

  /** Keeps lines alive, and closes those whose session has ended or whose right has gone. */
  async beat(): Promise<void> {
    await Promise.all(
      [...this.lines].map(async ([line, opener]) => {
        // While the database is away, nobody's right changes: the next beat will ask.
        const unknown = (reason: unknown) => (outageOf(reason) ? opener : null);
        const caller = await this.callers.callerOf(line.request).catch(unknown);
        if (caller?.person === opener.person && has(caller, 'administrator')) line.beat();
        else line.close();
      }),
    );
  }

  /** On SQLite there is no other process to tell. */
  private async announce(): Promise<void> {
    const all = [...this.waiting.values()];
    this.waiting.clear();
    this.sending = undefined;
    if (this.database.driver === 'sqlite') for (const news of all) this.tell(news);
    else
      await this.database
        .transaction(async (transaction) => {
          for (const news of all) await this.announcements.announce(transaction, announced, news);
        })
        // The database away: who looks asks again when the line has mended.
        .catch(() => undefined);
  }

  private tell({ municipality, topic }: News): void {
    if (topic === 'statements') this.latest.set(municipality, new Date().toISOString());
    for (const [line, caller] of this.lines) if (caller.municipality === municipality) line.tell(topic, {});
  }
}

const tooMany = {
  nb: 'Du har for mange sider med utsagn åpne samtidig. Lukk noen av fanene. Sidene du har, virker som før.',
  nn: 'Du har for mange sider med utsegner opne samtidig. Lukk nokre av fanene. Sidene du har, verkar som før.',
  en: 'You have too many pages with statements open at once. Close some of the tabs. Those you have work as before.',
};
