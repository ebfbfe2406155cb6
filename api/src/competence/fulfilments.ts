import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Requirement } from '@kursdugnad/core/competence/requirement.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { Database, type Transaction } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import type { CompletionChange } from '../launch/completion-keeper.js';
import { Registrations } from '../launch/registrations.js';
import { People } from '../people/people.js';
import { changesBetween, factsFrom, type FulfilmentChange, type Grounds } from './fact-changes.js';
import {
  evidenceFor,
  factsOf,
  holdMunicipality,
  holdPeople,
  inParts,
  requirementsOf,
  spellsOf,
  write,
} from './fulfilments.store.js';

/** Told in the same transaction what has changed for whom. */
export type FulfilmentListener = (
  transaction: Transaction,
  municipality: string,
  changes: FulfilmentChange[],
) => Promise<void>;

const municipalitiesRequiring = sqlFile(import.meta.url, 'municipalities-requiring.sql');
const everybody = sqlFile(import.meta.url, 'everybody.sql');
const municipalities = { text: 'SELECT orgnr FROM municipality ORDER BY orgnr' };

/** People computed for at a time: few queries, and memory that does not grow with the municipality. */
const partSize = 500;

/** Keeps the table of fulfilments equal to what requirements, employment and completions say. */
@Injectable()
export class Fulfilments implements OnModuleInit {
  private readonly listeners: FulfilmentListener[] = [];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(People) private readonly people: People,
    @Inject(Registrations) private readonly registrations: Registrations,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  onModuleInit(): void {
    this.people.onChange(async (transaction, municipality, people) => {
      await this.refresh(transaction, municipality, people);
    });
    this.registrations.onCompletionChanged((transaction, changes) => this.takeIn(transaction, changes));
    this.catalogue.onRedoAll((transaction, course) => this.redo(transaction, course));
  }

  onChanged(listener: FulfilmentListener): void {
    this.listeners.push(listener);
  }

  /** Computes what is stored about these people anew, for the requirements concerned. Answers how much has changed. */
  async refresh(
    transaction: Transaction,
    municipality: string,
    people: string[],
    isConcerned: (requirement: Requirement) => boolean = () => true,
  ): Promise<number> {
    await holdPeople(transaction, municipality, people);
    const requirements = (await requirementsOf(transaction, municipality)).filter(isConcerned);
    if (requirements.length === 0) return 0;
    const changes: FulfilmentChange[] = [];
    for (const part of inParts([...new Set(people)], partSize)) {
      const ids = requirements.map(({ id }) => id);
      const stored = await factsOf(transaction, municipality, part, ids);
      const wanted = factsFrom(await groundsFor(transaction, municipality, part, requirements));
      const changed = changesBetween(stored, wanted);
      await write(transaction, municipality, changed);
      for (const change of changed) changes.push(change);
    }
    if (changes.length > 0) for (const tell of this.listeners) await tell(transaction, municipality, changes);
    return changes.length;
  }

  /** Makes every fulfilment anew, in all municipalities. `differed`: how many were not as they should be. */
  async recompute(): Promise<{ rows: number; differed: number }> {
    let differed = 0;
    for (const { orgnr } of await this.database.query<{ orgnr: string }>(municipalities)) {
      differed += await this.database.transaction(async (transaction) => {
        await holdMunicipality(transaction, orgnr);
        const people = await transaction.query<{ person: string }>(everybody, { municipality: orgnr });
        const ids = people.map(({ person }) => person);
        return this.refresh(transaction, orgnr, ids);
      });
    }
    const [counted] = await this.database.query<{ rows: number }>({ text: 'SELECT COUNT(*) AS rows FROM fulfilment' });
    return { rows: counted?.rows ?? 0, differed };
  }

  /** Everybody is to take a course again: what they have done of it counts no longer than the time they are given. */
  private async redo(transaction: Transaction, course: string): Promise<void> {
    const asking = await transaction.query<{ municipality: string }>(municipalitiesRequiring, { course });
    for (const { municipality } of asking) {
      await holdMunicipality(transaction, municipality);
      const people = await transaction.query<{ person: string }>(everybody, { municipality });
      const ids = people.map(({ person }) => person);
      await this.refresh(transaction, municipality, ids, ({ accepts }) => accepts.some((one) => one.course === course));
    }
  }

  private async takeIn(transaction: Transaction, changes: CompletionChange[]): Promise<void> {
    for (const municipality of new Set(changes.map((change) => change.municipality))) {
      const own = changes.filter((change) => change.municipality === municipality);
      const courses = new Set(own.map(({ course }) => course));
      const people = own.map(({ person }) => person);
      await this.refresh(transaction, municipality, people, ({ accepts }) =>
        accepts.some(({ course }) => courses.has(course)),
      );
    }
  }
}

async function groundsFor(
  transaction: Transaction,
  municipality: string,
  people: string[],
  requirements: Requirement[],
): Promise<Grounds> {
  const courses = [...new Set(requirements.flatMap(({ accepts }) => accepts.map(({ course }) => course)))];
  const spells = await spellsOf(transaction, municipality, people);
  const evidence = await evidenceFor(transaction, municipality, people, courses);
  return { requirements, people, spells, evidence };
}
