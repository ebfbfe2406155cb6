import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { plusDays } from '@kursdugnad/core/competence/days.js';
import type { Facts } from '@kursdugnad/core/competence/fulfilment.js';
import { type Caller, dayInNorway } from '@kursdugnad/core/contract/caller.js';
import type { RequirementView, roles, stateRequirement } from '@kursdugnad/core/contract/competence.js';
import type { Answered, Heard } from '@kursdugnad/core/contract/conversation.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { LocalFacts } from '../catalogue/local-facts.js';
import { Database, type Transaction } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { notFound, Problem } from '../http/problem.js';
import { RequirementRow } from './competence.tables.js';
import { type FulfilmentListener, Fulfilments } from './fulfilments.js';
import { asFraction, holdMunicipality } from './fulfilments.store.js';
import { alreadyStated, askedFor, noSuchRole, notInUse } from './refusals.js';

/** Told in the same transaction when a requirement is stated or ended. */
export type RequirementListener = (transaction: Transaction, municipality: string) => Promise<void>;

/** One requirement that applies to a person today. */
export interface PersonFulfilment {
  requirement: string;
  competence: string;
  /** The name of the role that carries it; null: everybody. */
  role: string | null;
  course: string;
  facts: Facts;
}

type InForce = Omit<RequirementView, 'role' | 'course' | 'from' | 'to'> & {
  role: string | null;
  roleName: string | null;
  course: string;
  starts: string;
  ends: string | null;
};

const requirementsInForce = sqlFile(import.meta.url, 'requirements-in-force.sql');
const rolesHeld = sqlFile(import.meta.url, 'roles-held.sql');
const peopleAsked = sqlFile(import.meta.url, 'people-asked.sql');
const requiring = sqlFile(import.meta.url, 'requiring.sql');
const fulfilmentOn = sqlFile(import.meta.url, 'fulfilment-on.sql');
const positionsOf = sqlFile(import.meta.url, 'positions-of.sql');
const roleByKey = { text: 'SELECT id FROM role WHERE municipality = :municipality AND id = :role' };

/** The front door of this room: what is required of whom, and who has it. */
@Injectable()
export class Competence implements OnModuleInit {
  private readonly requirementListeners: RequirementListener[] = [];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(LocalFacts) private readonly facts: LocalFacts,
    @Inject(Fulfilments) private readonly fulfilments: Fulfilments,
  ) {}

  onModuleInit(): void {
    this.catalogue.onLeaveOff((transaction, municipality, course) => this.keep(transaction, municipality, course));
  }

  onFulfilmentChanged(listener: FulfilmentListener): void {
    this.fulfilments.onChanged(listener);
  }

  onRequirementChanged(listener: RequirementListener): void {
    this.requirementListeners.push(listener);
  }

  async roles(caller: Caller): Promise<Answered<typeof roles>> {
    const { municipality } = caller;
    const today = dayInNorway(caller.at);
    type Held = Answered<typeof roles>['roles'][number] & { id: string | null };
    const rows = await this.database.query<Held>(rolesHeld, { municipality, today });
    const everyone = rows.find(({ id }) => id === null);
    return { roles: rows.filter(({ id }) => id !== null), everybody: everyone?.people ?? 0 };
  }

  async requirements({ municipality, language, at }: Caller): Promise<RequirementView[]> {
    const today = dayInNorway(at);
    const rows = await this.database.query<InForce>(requirementsInForce, { municipality, today });
    const titles = await this.catalogue.titles(
      rows.map(({ course }) => course),
      language,
    );
    return rows.map(({ role, roleName, course, starts, ends, ...rest }) => ({
      ...rest,
      role: role === null ? null : { id: role, name: roleName ?? '' },
      course: { id: course, title: titles.get(course) ?? '' },
      from: starts,
      to: ends,
    }));
  }

  /**
   * Reaches the people at once. Throws `conflict` when the course is not in use or lacks something to be filled in, or
   * the same is required already.
   */
  async stateRequirement(caller: Caller, asked: Heard<typeof stateRequirement>): Promise<RequirementView> {
    const { municipality } = caller;
    const { from = dayInNorway(caller.at), ...rest } = asked;
    const version = await this.catalogue.currentVersion(municipality, asked.course);
    if (!version) throw new Problem('conflict', notInUse);
    await this.facts.mustBeFilledIn(municipality, version.course);
    const id = randomUUID();
    const row = { municipality, id, ...rest, starts: from, ends: null, statedBy: caller.person, statedAt: caller.at };
    await this.database.transaction(async (transaction) => {
      await holdMunicipality(transaction, municipality);
      await this.mustBeNew(transaction, row, dayInNorway(caller.at));
      await transaction.manager.insert(RequirementRow, row);
      await this.reach(transaction, row);
    });
    const stated = (await this.requirements(caller)).find((requirement) => requirement.id === id);
    if (stated) return stated;
    throw notFound();
  }

  /** Yesterday becomes its last day in force. Ending what has ended changes nothing. */
  async endRequirement(caller: Caller, id: string): Promise<void> {
    const { municipality } = caller;
    const today = dayInNorway(caller.at);
    await this.database.transaction(async (transaction) => {
      await holdMunicipality(transaction, municipality);
      const row = await transaction.manager.findOneBy(RequirementRow, { municipality, id });
      if (!row) throw notFound();
      if (row.ends !== null && row.ends < today) return;
      await transaction.manager.update(RequirementRow, { municipality, id }, { ends: plusDays(today, -1) });
      await this.reach(transaction, row);
    });
  }

  /** What applies to a person on a day, by competence. */
  async fulfilmentsOf(municipality: string, person: string, today: string): Promise<PersonFulfilment[]> {
    type Row = Omit<PersonFulfilment, 'facts'> & Facts;
    const rows = await this.database.query<Row>(fulfilmentOn, { municipality, person, today });
    return rows.map(({ requirement, competence, role, course, ...facts }) => ({
      requirement,
      competence,
      role,
      course,
      facts: asFraction(facts),
    }));
  }

  /** Where a person works on a day, the largest share first. */
  positionsOf(municipality: string, person: string, today: string): Promise<{ role: string; unit: string }[]> {
    return this.database.query(positionsOf, { municipality, person, today });
  }

  /** Makes every fulfilment anew. `differed` should be 0: it is how many were not as they should be. */
  recompute(): Promise<{ rows: number; differed: number }> {
    return this.fulfilments.recompute();
  }

  /** Whoever leaves off a course waits for those who require it, and the other way round. */
  private async keep(transaction: Transaction, municipality: string, course: string): Promise<void> {
    await holdMunicipality(transaction, municipality);
    const asking = await transaction.query<{ competence: string }>(requiring, {
      municipality,
      course,
      today: dayInNorway(new Date().toISOString()),
    });
    if (asking.length > 0) throw new Problem('conflict', askedFor(asking.map(({ competence }) => competence)));
  }

  private async mustBeNew(transaction: Transaction, row: RequirementRow, today: string): Promise<void> {
    const { municipality, course, role } = row;
    if (role !== null && (await transaction.query(roleByKey, { municipality, role })).length === 0)
      throw new Problem('unprocessable', noSuchRole);
    const same = await transaction.query<{ role: string | null }>(requiring, { municipality, course, today });
    if (same.some((one) => one.role === role)) throw new Problem('conflict', alreadyStated);
  }

  /** Computes for everybody whom the requirement reaches, and tells that there is another column. */
  private async reach(
    transaction: Transaction,
    { municipality, id, role }: Pick<RequirementRow, 'municipality' | 'id' | 'role'>,
  ): Promise<void> {
    const asked = await transaction.query<{ person: string }>(peopleAsked, { municipality, role, requirement: id });
    const people = asked.map(({ person }) => person);
    await this.fulfilments.refresh(transaction, municipality, people, (requirement) => requirement.id === id);
    for (const tell of this.requirementListeners) await tell(transaction, municipality);
  }
}
