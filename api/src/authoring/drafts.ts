import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { DraftCard } from '@kursdugnad/core/contract/authoring.js';
import type { DraftSaved } from '@kursdugnad/core/contract/draft-files.js';
import { unused } from '@kursdugnad/content-tools/read/stable-ids.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { Announcements } from '../database/announcements.js';
import { Database, type Transaction } from '../database/database.js';
import { hold } from '../database/hold.js';
import { sqlFile } from '../database/sql.js';
import { notFound } from '../http/problem.js';
import { DraftRevisionRow, DraftRow } from './authoring.tables.js';
import { type DraftFiles, filesIn, type KeptFile } from './draft-files.js';
import { draftTooLarge } from './refusals.js';

export type Author = Pick<Caller, 'person' | 'name' | 'municipality' | 'language' | 'at'>;
export type NewFile = Pick<KeptFile, 'hash' | 'bytes'>;

/** What becomes of a draft's files. */
export interface Edit {
  put?: Record<string, NewFile>;
  remove?: string[];
  title?: string;
  /** A step of its own among the revisions, whoever saved within the minute. */
  isStep?: boolean;
}

export interface Changed {
  revision: number;
  changedAt: string;
}

export interface Saved extends DraftSaved {
  municipality: string;
  draft: string;
}

const draftsOf = sqlFile(import.meta.url, 'drafts-of.sql');
const forgetRevisions = sqlFile(import.meta.url, 'forget-revisions.sql');

const minute = 60_000;
const mostBytes = 200 * 1024 * 1024;

/** The front door of this room: drafts, their files and how they change. Every change goes through `change`. */
@Injectable()
export class Drafts {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Announcements) private readonly announcements: Announcements,
  ) {}

  /** What is changed last comes first. */
  async list(author: Author): Promise<DraftCard[]> {
    const { municipality } = author;
    const rows = await this.database.query<Omit<DraftRow, 'files' | 'municipality'>>(draftsOf, { municipality });
    const numbers = await this.publishedNumbers(author);
    return rows.map((row) => cardOf(row, numbers.get(row.slug) ?? null));
  }

  /** Throws `not-found` for a draft that is not the municipality's. */
  async row({ municipality }: Pick<Author, 'municipality'>, id: string): Promise<DraftRow> {
    const row = await this.database.manager.findOneBy(DraftRow, { municipality, id });
    if (!row) throw notFound();
    return row;
  }

  async card(author: Author, row: DraftRow): Promise<DraftCard> {
    const numbers = await this.publishedNumbers(author);
    return cardOf(row, numbers.get(row.slug) ?? null);
  }

  bySlug({ municipality }: Author, slug: string): Promise<DraftRow | null> {
    return this.database.manager.findOneBy(DraftRow, { municipality, slug });
  }

  /** A draft of these files. The slug is made one that is not taken, unless it is to be taken over from a course. */
  async add(author: Author, files: Record<string, NewFile>, called: Called): Promise<string> {
    const { municipality, at: changedAt, name: changedBy } = author;
    const published = await this.publishedNumbers(author);
    const id = randomUUID();
    await this.database.transaction(async (transaction) => {
      await hold(transaction, [`drafts ${municipality}`]);
      const drafts = await transaction.query<{ slug: string }>(draftsOf, { municipality });
      const taken = new Set([...drafts.map(({ slug }) => slug), ...(called.isCourse ? [] : published.keys())]);
      const slug = unused(called.slug, taken);
      const kept = withEdit({}, { put: files }, 1);
      const row = { municipality, id, slug, title: called.title, revision: 1, changedAt, changedBy };
      const publishedRevision = called.isSame ? 1 : null;
      await transaction.manager.insert(DraftRow, { ...row, publishedRevision, files: JSON.stringify(kept) });
      await keepRevision(transaction, author, { id, revision: 1, files: kept, isStep: true });
    });
    return id;
  }

  /**
   * The one way a draft's files change: `decide` sees them as they are and says what becomes of them, or throws. A change
   * that changes nothing makes no revision.
   */
  change(author: Author, id: string, decide: (files: DraftFiles, row: DraftRow) => Edit): Promise<Changed> {
    const { municipality, at: changedAt, name: changedBy } = author;
    return this.database.transaction(async (transaction) => {
      const row = await held(transaction, municipality, id);
      const before = filesIn(row);
      const edit = decide(before, row);
      const revision = row.revision + 1;
      const files = withEdit(before, edit, revision);
      if (JSON.stringify(files) === row.files) return { revision: row.revision, changedAt: row.changedAt };
      if (Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0) > mostBytes) throw draftTooLarge();
      const title = edit.title ?? row.title;
      const update = { revision, title, changedAt, changedBy, files: JSON.stringify(files) };
      await transaction.manager.update(DraftRow, { municipality, id }, update);
      await keepRevision(transaction, author, { id, revision, files, isStep: edit.isStep === true });
      await this.announce(transaction, author, { id, revision, paths: changedPaths(before, files) });
      return { revision, changedAt };
    });
  }

  /** The draft's address. Throws what `refuse` makes of a name that is taken. */
  async rename({ municipality }: Author, id: string, slug: string, refuse: () => Error): Promise<void> {
    await this.database.transaction(async (transaction) => {
      await hold(transaction, [`drafts ${municipality}`]);
      await held(transaction, municipality, id);
      const other = await transaction.manager.findOneBy(DraftRow, { municipality, slug });
      if (other && other.id !== id) throw refuse();
      await transaction.manager.update(DraftRow, { municipality, id }, { slug });
    });
  }

  async remove({ municipality }: Author, id: string): Promise<void> {
    await this.database.transaction(async (transaction) => {
      await held(transaction, municipality, id);
      await transaction.manager.delete(DraftRevisionRow, { municipality, draft: id });
      await transaction.manager.delete(DraftRow, { municipality, id });
    });
  }

  async published({ municipality }: Author, id: string, revision: number): Promise<void> {
    await this.database.transaction(async ({ manager }) => {
      await manager.update(DraftRow, { municipality, id }, { publishedRevision: revision });
    });
  }

  /** Slug → number of the newest version, of the municipality's own courses. */
  async publishedNumbers(author: Author): Promise<Map<string, number>> {
    const courses = await this.catalogue.ownCourses(author);
    return new Map(courses.map(({ slug, version }) => [slug, version]));
  }

  private async announce(
    transaction: Transaction,
    { municipality, person, name }: Author,
    { id, revision, paths }: { id: string; revision: number; paths: string[] },
  ): Promise<void> {
    const path = paths.length === 1 ? (paths[0] ?? null) : null;
    const news: Saved = { municipality, draft: id, path, revision, person, name };
    await this.announcements.announce(transaction, 'draft-saved', news);
  }
}

interface Called {
  slug: string;
  title: string;
  /** It is the draft of a course of ours with this slug. */
  isCourse?: boolean;
  /** And its files are those of the newest version. */
  isSame?: boolean;
}

type CardRow = Omit<DraftRow, 'files' | 'municipality'>;

function cardOf(
  { id, slug, title, revision, changedAt, changedBy, publishedRevision }: CardRow,
  published: number | null,
) {
  const isPublished = published !== null && publishedRevision === revision;
  return { id, slug, title, revision, changedAt, changedBy, published, isPublished };
}

async function held(transaction: Transaction, municipality: string, id: string): Promise<DraftRow> {
  await hold(transaction, [`draft ${id}`]);
  const row = await transaction.manager.findOneBy(DraftRow, { municipality, id });
  if (!row) throw notFound();
  return row;
}

/** In the order of their paths; a file that keeps its bytes keeps its revision. */
function withEdit(before: DraftFiles, { put = {}, remove = [] }: Edit, revision: number): DraftFiles {
  const after: DraftFiles = { ...before };
  for (const [path, { hash, bytes }] of Object.entries(put))
    if (before[path]?.hash !== hash) after[path] = { hash, bytes, revision };
  for (const path of remove) delete after[path];
  return Object.fromEntries(Object.entries(after).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function changedPaths(before: DraftFiles, after: DraftFiles): string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => before[path]?.hash !== after[path]?.hash);
}

interface Kept {
  id: string;
  revision: number;
  files: DraftFiles;
  isStep: boolean;
}

/** What one person saves within a minute is one revision; a step of its own stands alone. */
async function keepRevision(transaction: Transaction, author: Author, { id, revision, files, isStep }: Kept) {
  const { municipality, person, name, at } = author;
  const { manager } = transaction;
  const where = { municipality, draft: id };
  const last = await manager.findOne(DraftRevisionRow, { where, order: { revision: 'DESC' } });
  const goesOn = !isStep && last?.person === person && Date.parse(at) - Date.parse(last.at) < minute;
  if (goesOn) await manager.delete(DraftRevisionRow, { ...where, revision: last.revision });
  const since = goesOn ? last.at : at;
  await manager.insert(DraftRevisionRow, { ...where, revision, at: since, person, name, files: JSON.stringify(files) });
  if (revision % 50 === 0) await transaction.query(forgetRevisions, where);
}
