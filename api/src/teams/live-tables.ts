import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { covers } from '@kursdugnad/core/competence/requirement.js';
import { cellOn } from '@kursdugnad/core/competence/team-completion.js';
import { type Caller, dayInNorway } from '@kursdugnad/core/contract/caller.js';
import { Competence } from '../competence/competence.js';
import type { FulfilmentChange } from '../competence/fact-changes.js';
import { Announcements } from '../database/announcements.js';
import type { Transaction } from '../database/database.js';
import { outageOf } from '../database/outage.js';
import { Callers } from '../http/callers.js';
import { Problem } from '../http/problem.js';
import type { Reply } from '../http/request.js';
import { Registrations } from '../launch/registrations.js';
import { People } from '../people/people.js';
import { LiveLine } from './live-line.js';
import { Reach } from './reach.js';
import { Teams } from './teams.js';

type Change = Omit<FulfilmentChange, 'isGone'>;
interface ChangedCells {
  municipality: string;
  changes: Change[];
}

/** So many changes fit into one announcement. */
const inOneNews = 20;
/** After more changes at once, whoever looks reads the table again instead. */
const mostCells = 100;
const linesEach = 8;
const beatEvery = 20_000;

/** Tells everybody who has a team open what has just changed in it, whichever process they are connected to. */
@Injectable()
export class LiveTables implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly lines = new Set<LiveLine>();
  private timer: NodeJS.Timeout | undefined;
  private today = dayInNorway(new Date().toISOString());

  constructor(
    @Inject(Announcements) private readonly announcements: Announcements,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(People) private readonly people: People,
    @Inject(Competence) private readonly competence: Competence,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(Teams) private readonly teams: Teams,
    @Inject(Reach) private readonly reach: Reach,
  ) {}

  onModuleInit(): void {
    const readAgain = (transaction: Transaction, municipality: string) =>
      this.announcements.announce(transaction, 'team-people', { municipality });
    this.people.onChange(readAgain);
    this.competence.onRequirementChanged(readAgain);
    this.competence.onFulfilmentChanged((transaction, municipality, changes) =>
      this.announce(transaction, municipality, changes),
    );
    this.registrations.onSignOffsChanged((transaction, municipality, person) =>
      this.announcements.announce(transaction, 'team-sign-offs', { municipality, person }),
    );
    this.announcements.listen<{ municipality: string; person: string }>(
      'team-sign-offs',
      ({ municipality, person }) => {
        for (const line of this.linesOf(municipality)) line.tellAbout(person);
      },
    );
    this.announcements.listen<ChangedCells>('team-cells', (news) => {
      this.tellCells(news);
    });
    this.announcements.listen<{ municipality: string }>('team-people', ({ municipality }) => {
      this.tellPeople(municipality);
    });
    this.announcements.onMissed(() => {
      for (const line of this.lines) this.readAgain(line);
    });
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.beat(), beatEvery).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
    for (const line of this.lines) line.close();
  }

  /** Opens a line. Throws `not-found` for a unit that the caller does not lead. */
  async open(caller: Caller, unit: string, reply: Reply): Promise<void> {
    await this.reach.mustReach(caller, unit);
    const own = [...this.lines].filter(({ caller: { person } }) => person === caller.person);
    if (own.length >= linesEach) throw new Problem('too-many', tooMany);
    const line = new LiveLine(caller, unit, reply);
    // Before the browser hears that the line is open: what changes after that must reach it.
    this.lines.add(line);
    line.follow(this.membersOf(line));
    line.open(() => this.lines.delete(line));
  }

  /** Keeps lines alive, and closes those whose session has ended or whose right has gone. */
  async beat(): Promise<void> {
    const today = dayInNorway(new Date().toISOString());
    const isNewDay = today !== this.today;
    this.today = today;
    await Promise.all(
      [...this.lines].map(async (line) => {
        if (!(await this.maySee(line))) return line.close();
        line.beat();
        if (isNewDay) this.readAgain(line);
      }),
    );
  }

  private async announce(transaction: Transaction, municipality: string, all: FulfilmentChange[]): Promise<void> {
    const changes = all.filter(({ isGone }) => !isGone).map(({ isGone: _isGone, ...change }) => change);
    if (changes.length > mostCells || changes.length < all.length)
      return this.announcements.announce(transaction, 'team-people', { municipality });
    for (let start = 0; start < changes.length; start += inOneNews) {
      const news: ChangedCells = { municipality, changes: changes.slice(start, start + inOneNews) };
      await this.announcements.announce(transaction, 'team-cells', news);
    }
  }

  private tellCells({ municipality, changes }: ChangedCells): void {
    const today = dayInNorway(new Date().toISOString());
    const lines = this.linesOf(municipality);
    for (const { person, requirement, ...facts } of changes) {
      if (!covers(facts, today)) continue;
      const told = { person, requirement, cell: cellOn(facts, today) };
      for (const line of lines) line.tellCell(told);
    }
  }

  private tellPeople(municipality: string): void {
    for (const line of this.linesOf(municipality)) this.readAgain(line);
  }

  private readAgain(line: LiveLine): void {
    line.follow(this.membersOf(line));
    line.tellPeople();
  }

  private linesOf(municipality: string): LiveLine[] {
    return [...this.lines].filter(({ caller }) => caller.municipality === municipality);
  }

  private async membersOf({ caller: { municipality }, unit }: LiveLine): Promise<ReadonlySet<string>> {
    const today = dayInNorway(new Date().toISOString());
    const memberships = await this.teams.membershipsOf(municipality, unit, today);
    return new Set(memberships.map(({ id }) => id));
  }

  private async maySee({ request, unit, caller: { person } }: LiveLine): Promise<boolean> {
    try {
      const caller = await this.callers.callerOf(request);
      if (caller?.person !== person) return false;
      await this.reach.mustReach(caller, unit);
      return true;
    } catch (reason) {
      // While the database is away, nobody's right changes: the next beat will ask.
      return outageOf(reason) !== null;
    }
  }
}

const tooMany = {
  nb: 'Du har for mange teamtabeller åpne samtidig. Lukk noen av fanene. Tabellene du har, virker som før.',
  nn: 'Du har for mange teamtabellar opne samtidig. Lukk nokre av fanene. Tabellane du har, verkar som før.',
  en: 'You have too many team tables open at once. Close some of the tabs. The tables you have work as before.',
};
