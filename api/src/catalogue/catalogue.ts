import { Inject, Injectable } from '@nestjs/common';
import type { CourseFiles } from '@kursdugnad/content-tools/read/course-files.js';
import { byTitle, type Candidate, distinct, found, type SearchFilter } from '@kursdugnad/core/catalogue/search.js';
import { filesOf, type SourceFile } from '@kursdugnad/core/catalogue/version.js';
import type { Redo } from '@kursdugnad/core/catalogue/version-changes.js';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type {
  CatalogueItem,
  catalogueCourse,
  lookThrough,
  searchCatalogue,
} from '@kursdugnad/core/contract/catalogue.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { CourseCard } from '@kursdugnad/core/contract/learn.js';
import type { Language } from '@kursdugnad/core/course/course.js';
import { askedCount, editionIn } from '@kursdugnad/core/course/course-parts.js';
import { factNamed, factsOf } from '@kursdugnad/core/course/facts.js';
import { Database, type Reading, type Transaction } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { notFound } from '../http/problem.js';
import { AdoptionRow } from './catalogue.tables.js';
import { courseId } from './course-id.js';
import { type CardRow, cardOf, type ItemRow, itemOf, type Label, labelOf } from './course-item.js';
import { Kept } from './kept.js';
import { LocalFacts } from './local-facts.js';
import { type Author, type Published, Publishing, type RedoListener } from './publishing.js';
import { type ChangeColumns, changesIn, type CourseVersion, Versions } from './versions.js';

/** Asked in the same transaction before a course goes out of use. Throws Problem `conflict` to keep it. */
export type LeaveOffListener = (transaction: Transaction, municipality: string, courseId: string) => Promise<void>;
export type PublishedVersion = Answered<typeof catalogueCourse>['versions'][number];

type Asker = Pick<Caller, 'municipality' | 'language'>;

const adopt = sqlFile(import.meta.url, 'adopt.sql');
const currentSource = sqlFile(import.meta.url, 'current-source.sql');
const coursesById = sqlFile(import.meta.url, 'courses-by-id.sql');
const coursesInUse = sqlFile(import.meta.url, 'courses-in-use.sql');
const currentVersion = sqlFile(import.meta.url, 'current-version.sql');
const maySeeVersion = sqlFile(import.meta.url, 'may-see-version.sql');
const sharedCourses = sqlFile(import.meta.url, 'shared-courses.sql');
const versionsOfCourse = sqlFile(import.meta.url, 'versions-of-course.sql');

/** Versions whose titles are kept at hand, folded for searching: a large region in three languages. */
const mostLabels = 5000;

/** The front door of this room: courses, their versions, and who has them in use. */
@Injectable()
export class Catalogue {
  private readonly leaveOffListeners: LeaveOffListener[] = [];
  private readonly labels = new Kept<Label>(mostLabels);

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Publishing) private readonly publishing: Publishing,
    @Inject(Versions) private readonly versions: Versions,
    @Inject(LocalFacts) private readonly facts: LocalFacts,
  ) {}

  onLeaveOff(listener: LeaveOffListener): void {
    this.leaveOffListeners.push(listener);
  }

  /**
   * Publishes a course folder as a zip: one folder, whose name is the slug. Throws Problem `unprocessable` with every
   * mistake and its place, and then nothing is stored. The same content as the current version makes no new one. `redo`:
   * what is to be done again; left out, what the machine proposes.
   */
  publish(author: Author, zip: Buffer, note: string, redo?: Redo): Promise<Published> {
    return this.publishing.publish(author, zip, note, redo);
  }

  /** As `publish`, from the files below the folder. */
  publishFiles(author: Author, slug: string, files: CourseFiles, note: string, redo?: Redo): Promise<Published> {
    return this.publishing.publishFiles(author, slug, files, note, redo);
  }

  /** Told in the same transaction when everybody is to take a course again, also those who have finished. */
  onRedoAll(listener: RedoListener): void {
    this.publishing.onRedoAll(listener);
  }

  /** Null when the course is not in use in the municipality. */
  async currentVersion(
    municipality: string,
    courseId: string,
    reading: Reading = this.database,
  ): Promise<CourseVersion | null> {
    const [row] = await reading.query<{ hash: string }>(currentVersion, { municipality, course: courseId });
    return row ? this.versions.byHash(row.hash, reading) : null;
  }

  /** Whether somebody may see the version is for the one who asks to know. In a transaction, `reading` is that. */
  versionByHash(hash: string, reading: Reading = this.database): Promise<CourseVersion | null> {
    return this.versions.byHash(hash, reading);
  }

  /** The version, when people of the municipality may see it: it is shared with them, or in use there. */
  async visibleVersion(municipality: string, hash: string): Promise<CourseVersion | null> {
    const [row] = await this.database.query(maySeeVersion, { municipality, hash });
    return row ? this.versions.byHash(hash) : null;
  }

  isInUse(municipality: string, courseId: string, reading: Reading = this.database): Promise<boolean> {
    return reading.manager.existsBy(AdoptionRow, { municipality, course: courseId });
  }

  /** Every course in use in the municipality, by title. */
  async cardsInUse(municipality: string, language?: Language): Promise<CourseCard[]> {
    const rows = await this.database.query<CardRow>(coursesInUse, { municipality });
    return rows.map((row) => cardOf(row, language)).sort(byTitle);
  }

  /** Cards by id; those that do not exist are left out. */
  async cards(courseIds: readonly string[], language?: Language): Promise<Map<string, CourseCard>> {
    const rows = await this.database.query<CardRow>(coursesById, { courses: [...new Set(courseIds)] });
    return new Map(rows.map((row) => [row.id, cardOf(row, language)]));
  }

  async titles(courseIds: readonly string[], language?: Language): Promise<Map<string, string>> {
    const cards = await this.cards(courseIds, language);
    return new Map([...cards].map(([id, { title }]) => [id, title]));
  }

  async search(asker: Asker, filter: SearchFilter): Promise<Answered<typeof searchCatalogue>> {
    const rows = await this.database.query<ItemRow>(sharedCourses, { municipality: asker.municipality, course: '' });
    const candidates = rows.map((row) => this.candidate(row, asker.language));
    const items = candidates.map(({ item }) => item);
    return {
      items: found(candidates, filter),
      topics: distinct(items.flatMap(({ topics }) => topics)),
      publishers: distinct(items.map(({ publisher }) => publisher)),
    };
  }

  async course(asker: Asker, courseId: string): Promise<Answered<typeof catalogueCourse>> {
    const { item, course } = await this.shared(asker, courseId);
    const edition = editionIn(course, asker.language);
    const missing = await this.facts.missingIn(asker.municipality, course);
    return {
      item,
      versions: await this.versionsOf(courseId),
      lessons: edition.lessons.map(({ title }) => title),
      questions: askedCount(edition),
      passMark: course.passMark ?? null,
      validMonths: course.validMonths ?? null,
      sources: edition.sources,
      accepted: course.accepted ?? [],
      localFacts: {
        count: factsOf(course).length,
        missing: missing.map((fact) => (factNamed(edition, fact.name) ?? fact).description),
      },
    };
  }

  async content(asker: Asker, courseId: string): Promise<Answered<typeof lookThrough>> {
    const { course, number, hash } = await this.shared(asker, courseId);
    const facts = await this.facts.valuesFor(asker.municipality, course);
    return { course, version: { number, hash }, facts };
  }

  /** What the municipality has published itself, by title. */
  async ownCourses(asker: Asker): Promise<CatalogueItem[]> {
    const { items } = await this.search(asker, {});
    return items.filter(({ municipality }) => municipality.orgnr === asker.municipality);
  }

  /** The files of the newest version that the municipality has published under this slug; null when there is none. */
  async ownSource(municipality: string, slug: string): Promise<{ number: number; files: SourceFile[] } | null> {
    const course = courseId(municipality, slug);
    const [row] = await this.database.query<{ number: number; source: string }>(currentSource, {
      municipality,
      course,
    });
    return row ? { number: row.number, files: filesOf(row.source) } : null;
  }

  /** Newest first. Whether somebody may see the course is for the one who asks to know. */
  async versionsOf(courseId: string): Promise<PublishedVersion[]> {
    type Row = Omit<PublishedVersion, 'changes' | 'redo'> & ChangeColumns;
    const rows = await this.database.query<Row>(versionsOfCourse, { course: courseId });
    return rows.map((row) => ({ ...row, ...changesIn(row) }));
  }

  /** The versions of a course after one and up to another, in order. */
  versionsBetween(course: string, after: number, upTo: number, reading: Reading): Promise<CourseVersion[]> {
    return this.versions.between(course, after, upTo, reading);
  }

  /**
   * Takes a shared course into use. Throws `not-found` when it is not shared with the caller's municipality, `conflict`
   * with what is to be filled in first where a learner would meet a hole.
   */
  async adopt(caller: Asker & Pick<Caller, 'person' | 'at'>, courseId: string): Promise<void> {
    const { municipality, person, at } = caller;
    const { course } = await this.shared(caller, courseId);
    await this.facts.mustBeFilledIn(municipality, course);
    await this.database.transaction(async ({ query }) => {
      await query(adopt, { municipality, course: courseId, since: at, person });
    });
  }

  /** Takes a course out of use, unless a room above says why not. One that is shared but not in use stays so. */
  async leaveOff(asker: Asker, courseId: string): Promise<void> {
    const { municipality } = asker;
    if (!(await this.isInUse(municipality, courseId))) return void (await this.shared(asker, courseId));
    await this.database.transaction(async (transaction) => {
      for (const ask of this.leaveOffListeners) await ask(transaction, municipality, courseId);
      await transaction.manager.delete(AdoptionRow, { municipality, course: courseId });
    });
  }

  private async shared(asker: Asker, courseId: string): Promise<CourseVersion & { item: CatalogueItem }> {
    const { municipality, language } = asker;
    const [row] = await this.database.query<ItemRow>(sharedCourses, { municipality, course: courseId });
    const version = row && (await this.versions.byHash(row.hash));
    if (!version) throw notFound();
    return { ...version, item: this.candidate(row, language).item };
  }

  private candidate(row: ItemRow, language: Language): Candidate<CatalogueItem> {
    const key = `${row.hash} ${language}`;
    const label = this.labels.get(key) ?? this.labels.keep(key, labelOf(row, language));
    return { item: itemOf(row, label), texts: label.texts };
  }
}
