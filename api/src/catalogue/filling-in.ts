import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { localFacts } from '@kursdugnad/core/contract/local-facts.js';
import type { Course } from '@kursdugnad/core/course/course.js';
import { editionIn } from '@kursdugnad/core/course/course-parts.js';
import { factFault, factNamed, factsMissing, factsOf, type FactValues } from '@kursdugnad/core/course/facts.js';
import { Database, type Transaction } from '../database/database.js';
import { hold } from '../database/hold.js';
import { sqlFile } from '../database/sql.js';
import { Catalogue } from './catalogue.js';
import { LocalFactChangeRow, LocalFactRow } from './catalogue.tables.js';
import { LocalFacts } from './local-facts.js';
import { factMistakes, mistakesInFacts } from './mistakes.js';
import { Versions } from './versions.js';

interface GuideInUse {
  id: string;
  course: Course;
}

const changesOf = sqlFile(import.meta.url, 'local-fact-changes.sql');
const hashesInUse = sqlFile(import.meta.url, 'hashes-in-use.sql');

/** A coordinator fills in what a guide asks their municipality for. Every change is logged. */
@Injectable()
export class FillingIn {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Versions) private readonly versions: Versions,
    @Inject(LocalFacts) private readonly facts: LocalFacts,
  ) {}

  /** Throws `not-found` for a course that is not shared with the municipality. */
  async asked(caller: Caller, courseId: string): Promise<Answered<typeof localFacts>> {
    const { municipality, language } = caller;
    const { course, facts: values } = await this.catalogue.content(caller, courseId);
    const edition = editionIn(course, language);
    const missing = new Set(factsMissing(course, values).map(({ name }) => name));
    const guides = await this.guidesInUse(municipality);
    const showing = (name: string) => guides.filter((guide) => guide.id !== courseId && asksFor(guide.course, name));
    const facts = factsOf(course).map((fact) => ({
      ...(factNamed(edition, fact.name) ?? fact),
      value: values[fact.name] ?? '',
      isMissing: missing.has(fact.name),
      alsoIn: showing(fact.name).map((guide) => editionIn(guide.course, language).title),
    }));
    const changes = await this.database.query<Answered<typeof localFacts>['changes'][number]>(changesOf, {
      municipality,
      names: facts.map(({ name }) => name),
    });
    const inUse = guides.some(({ id }) => id === courseId);
    return { course: { id: courseId, title: edition.title, inUse }, facts, changes };
  }

  /** Throws `unprocessable` with every mistake, and then nothing is saved. What is as it was is not touched. */
  async save(caller: Caller, courseId: string, given: FactValues): Promise<void> {
    const { course } = await this.catalogue.content(caller, courseId);
    const guides = await this.guidesInUse(caller.municipality);
    await this.database.transaction(async (transaction) => {
      await hold(transaction, [`local facts ${caller.municipality}`]);
      const before = await this.facts.valuesFor(caller.municipality, course, transaction);
      const changed = Object.entries(given)
        .map(([name, value]): [string, string] => [name, value.trim()])
        .filter(([name, value]) => value !== (before[name] ?? ''));
      const mistakes = changed.flatMap(([name, value]) => mistakeIn(course, guides, name, value) ?? []);
      if (mistakes.length > 0) throw mistakesInFacts(mistakes, caller.language);
      for (const [name, value] of changed) await write(transaction, caller, name, value);
    });
  }

  private async guidesInUse(municipality: string): Promise<GuideInUse[]> {
    const rows = await this.database.query<{ id: string; hash: string }>(hashesInUse, { municipality });
    const guides = await Promise.all(
      rows.map(async ({ id, hash }) => ({ id, course: (await this.versions.byHash(hash))?.course })),
    );
    return guides.flatMap(({ id, course }) => (course ? [{ id, course }] : []));
  }
}

/** What is wrong with a value, by the name of its field; a value that a guide in use cannot do without stays. */
function mistakeIn(course: Course, guides: GuideInUse[], name: string, value: string) {
  const fact = factsOf(course).find((one) => one.name === name);
  if (!fact) return { at: name, said: factMistakes.unknown };
  const fault = factFault(fact.kind, value);
  if (fault) return { at: name, said: factMistakes[fault] };
  const cannotDoWithout = (guide: GuideInUse) => factsMissing(guide.course, {}).some((one) => one.name === name);
  return value === '' && guides.some(cannotDoWithout) ? { at: name, said: factMistakes.needed } : null;
}

async function write({ manager }: Transaction, { municipality, person, at }: Caller, name: string, value: string) {
  if (value === '') await manager.delete(LocalFactRow, { municipality, name });
  else await manager.upsert(LocalFactRow, { municipality, name, value }, ['municipality', 'name']);
  await manager.insert(LocalFactChangeRow, { municipality, id: randomUUID(), name, value, at, changedBy: person });
}

function asksFor(course: Course, name: string): boolean {
  return factsOf(course).some((fact) => fact.name === name);
}
