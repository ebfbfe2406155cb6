import { Controller, Inject } from '@nestjs/common';
import { type AskedOfMe, type MyRun, myGuides as sorted } from '@kursdugnad/core/competence/my-guides.js';
import { type Caller, dayInNorway } from '@kursdugnad/core/contract/caller.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import { type CourseCard, myGuides } from '@kursdugnad/core/contract/learn.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { Database } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { Answers, By } from '../http/answers.js';
import { Competence } from './competence.js';

interface LatestRun {
  course: string;
  id: string;
  completed: number | null;
  progress: number | null;
  lastAt: string;
  completedAt: string | null;
}

const latestRuns = sqlFile(import.meta.url, 'latest-runs.sql');

/** A person's own guides: what is required, what is in use, and how far they have come, side by side. */
@Controller()
export class MyGuidesController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Competence) private readonly competence: Competence,
  ) {}

  @Answers(myGuides)
  async myGuides(@By() caller: Caller): Promise<Answered<typeof myGuides>> {
    const { municipality, person, language } = caller;
    const today = dayInNorway(caller.at);
    const [cards, asked, runs] = await Promise.all([
      this.catalogue.cardsInUse(municipality, language),
      this.askedOf(municipality, person, today),
      this.runsOf(municipality, person),
    ]);
    return sorted(await this.withDone(cards, runs, caller), asked, runs, today);
  }

  /** What a person has done stays theirs to see, also when the municipality has left the course off. */
  private async withDone(cards: CourseCard[], runs: MyRun[], { language }: Caller): Promise<CourseCard[]> {
    const inUse = new Set(cards.map(({ id }) => id));
    const gone = runs.filter(({ course, completedOn }) => completedOn !== null && !inUse.has(course));
    if (gone.length === 0) return cards;
    const others = await this.catalogue.cards(
      gone.map(({ course }) => course),
      language,
    );
    return [...cards, ...others.values()];
  }

  private async askedOf(municipality: string, person: string, today: string): Promise<AskedOfMe[]> {
    const [fulfilments, positions] = await Promise.all([
      this.competence.fulfilmentsOf(municipality, person, today),
      this.competence.positionsOf(municipality, person, today),
    ]);
    return fulfilments.map(({ requirement, competence, role, course, facts }) => {
      const position = positions.find((one) => one.role === role) ?? positions[0];
      return { course, facts, because: { requirement, competence, role, unit: position?.unit ?? '' } };
    });
  }

  private async runsOf(municipality: string, person: string): Promise<MyRun[]> {
    const rows = await this.database.query<LatestRun>(latestRuns, { municipality, person });
    return rows.map(({ course, id, completed, progress, lastAt, completedAt }) => ({
      course,
      registration: { id, progress: progress ?? 0, lastAt, completed: completed === 1 },
      completedOn: completedAt === null ? null : dayInNorway(completedAt),
    }));
  }
}
