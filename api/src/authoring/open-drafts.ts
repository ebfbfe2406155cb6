import { randomUUID } from 'node:crypto';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import type { Present } from '@kursdugnad/core/contract/authoring.js';
import type { DraftSaved, PresentHere } from '@kursdugnad/core/contract/draft-files.js';
import { type Caller, has } from '@kursdugnad/core/contract/caller.js';
import { Announcements } from '../database/announcements.js';
import { Database } from '../database/database.js';
import { Callers } from '../http/callers.js';
import { EventLine } from '../http/event-line.js';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/request.js';
import { Drafts, type Saved } from './drafts.js';

/** One open page, in whichever process. */
interface Page {
  line: string;
  municipality: string;
  draft: string;
  person: string;
  name: string;
}
type Here = Page & { isGone: boolean };

class DraftLine extends EventLine {
  constructor(
    readonly page: Page,
    reply: Reply,
  ) {
    super(reply);
  }
}

const beatEvery = 5_000;
/** A page that has not been heard of for so long is gone, whatever became of it. */
const silence = 15_000;
const linesEach = 12;
/** So many fit into one announcement. */
const inOneNews = 20;

/** Who has which draft open, in all processes, and what they save: told to everybody else who has it open. */
@Injectable()
export class OpenDrafts implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly lines = new Set<DraftLine>();
  private readonly pages = new Map<string, Page & { heard: number }>();
  private timer: NodeJS.Timeout | undefined;
  private beats = 0;

  constructor(
    @Inject(Announcements) private readonly announcements: Announcements,
    @Inject(Database) private readonly database: Database,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(Drafts) private readonly drafts: Drafts,
  ) {}

  onModuleInit(): void {
    this.announcements.listen<Here[]>('draft-open', (news) => {
      for (const here of news) this.hear(here);
    });
    this.announcements.listen<Saved>('draft-saved', ({ municipality, draft, ...saved }) => {
      for (const line of this.linesOf({ municipality, draft })) line.tell('saved', saved satisfies DraftSaved);
    });
    // The pages come back at once, and read what they missed.
    this.announcements.onMissed(() => {
      for (const line of this.lines) line.close();
    });
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.beat().catch(() => undefined), beatEvery).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
    for (const line of this.lines) line.close();
  }

  /** Throws `not-found` for a draft that is not the municipality's. */
  async open(caller: Caller, draft: string, reply: Reply): Promise<void> {
    await this.drafts.row(caller, draft);
    const own = [...this.lines].filter(({ page: { person } }) => person === caller.person);
    if (own.length >= linesEach) throw new Problem('too-many', tooMany);
    const { municipality, person, name } = caller;
    const line = new DraftLine({ line: randomUUID(), municipality, draft, person, name }, reply);
    this.lines.add(line);
    line.open(() => {
      this.lines.delete(line);
      void this.announce([{ ...line.page, isGone: true }]).catch(() => undefined);
    });
    await this.announce([{ ...line.page, isGone: false }]);
    this.tellPresent(line);
  }

  /** Who has the draft open, but for one. */
  presentIn({ municipality, person }: Pick<Caller, 'municipality' | 'person'>, draft: string): Present[] {
    const there = [...this.pages.values()].filter((page) => page.municipality === municipality && page.draft === draft);
    const people = new Map(there.map((page) => [page.person, { person: page.person, name: page.name }]));
    people.delete(person);
    return [...people.values()];
  }

  /** Keeps lines alive, forgets pages that are gone, and closes the lines of those whose session or right has ended. */
  async beat(): Promise<void> {
    this.beats += 1;
    for (const { line, heard, ...page } of [...this.pages.values()])
      if (Date.now() - heard > silence) this.hear({ ...page, line, isGone: true });
    for (const line of [...this.lines]) {
      if (this.beats % 4 === 0 && !(await this.mayWrite(line))) line.close();
      else line.beat();
    }
    await this.announce([...this.lines].map(({ page }) => ({ ...page, isGone: false })));
  }

  private hear({ isGone, ...page }: Here): void {
    const isKnown = this.pages.has(page.line);
    if (isGone) this.pages.delete(page.line);
    else this.pages.set(page.line, { ...page, heard: Date.now() });
    if (isKnown !== !isGone) for (const line of this.linesOf(page)) this.tellPresent(line);
  }

  private tellPresent(line: DraftLine): void {
    const { person, draft, municipality } = line.page;
    const others = this.presentIn(line.page, draft).map((one): PresentHere => ({ ...one, isYou: false }));
    const mine = [...this.pages.values()].find(
      (page) =>
        page.person === person &&
        page.draft === draft &&
        page.municipality === municipality &&
        page.line !== line.page.line,
    );
    line.tell('present', mine ? [...others, { person, name: mine.name, isYou: true }] : others);
  }

  private linesOf({ municipality, draft }: Pick<Page, 'municipality' | 'draft'>): DraftLine[] {
    return [...this.lines].filter(({ page }) => page.municipality === municipality && page.draft === draft);
  }

  private async announce(news: Here[]): Promise<void> {
    if (news.length === 0) return;
    await this.database.transaction(async (transaction) => {
      for (let start = 0; start < news.length; start += inOneNews)
        await this.announcements.announce(transaction, 'draft-open', news.slice(start, start + inOneNews));
    });
  }

  private async mayWrite({ request, page: { person } }: DraftLine): Promise<boolean> {
    try {
      const caller = await this.callers.callerOf(request);
      return caller?.person === person && has(caller, 'author');
    } catch {
      return false;
    }
  }
}

const tooMany = {
  nb: 'Du har for mange utkast åpne samtidig. Lukk noen av fanene. Det du har skrevet, er trygt.',
  nn: 'Du har for mange utkast opne samtidig. Lukk nokre av fanene. Det du har skrive, er trygt.',
  en: 'You have too many drafts open at once. Close some of the tabs. What you have written is safe.',
};
