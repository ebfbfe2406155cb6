import { Inject, Injectable } from '@nestjs/common';
import type { Right } from '@kursdugnad/core/contract/caller.js';
import type { Language } from '@kursdugnad/core/course/course.js';
import { Database, type Reading, type Transaction } from '../database/database.js';
import { keyedId } from '../database/keyed-id.js';
import { sqlFile } from '../database/sql.js';
import { AccessRow, EmploymentRow, MunicipalityRow, PersonRow, RoleRow, UnitRow } from './people.tables.js';

/** A person as a personnel system knows them. Keys are the personnel system's own; the same key is the same thing again. */
export interface PersonnelRow {
  key: string;
  name: string;
  email: string;
  language: Language;
  /** Names from the top of the municipality down: `['Helse', 'Hjemmetjenesten', 'Hjemmetjenesten sør']`. */
  unit: string[];
  role: string;
  share: number;
  starts: string;
  ends: string | null;
  access: { right: Exclude<Right, 'learner'>; unit: string[] | null }[];
}

/** Told in the same transaction when who works where has changed. */
export type PeopleListener = (transaction: Transaction, municipality: string, people: string[]) => Promise<void>;

export interface UnitBelow {
  id: string;
  name: string;
  parent: string | null;
  path: string;
}

const unitsBelow = sqlFile(import.meta.url, 'units-below.sql');
const unitByKey = sqlFile(import.meta.url, 'unit-by-key.sql');

/** The front door of this room: municipalities, their org trees and who works where. */
@Injectable()
export class People {
  private readonly listeners: PeopleListener[] = [];

  constructor(@Inject(Database) private readonly database: Database) {}

  onChange(listener: PeopleListener): void {
    this.listeners.push(listener);
  }

  async addMunicipality(municipality: { orgnr: string; name: string; region: string }): Promise<void> {
    await this.database.transaction(async ({ manager }) => {
      await manager.upsert(MunicipalityRow, municipality, ['orgnr']);
    });
  }

  municipality(orgnr: string): Promise<MunicipalityRow | null> {
    return this.database.manager.findOneBy(MunicipalityRow, { orgnr });
  }

  /** Creates or updates people with their units, roles, employment and rights, all or none. */
  async importPersonnel(municipality: string, rows: PersonnelRow[]): Promise<void> {
    const units = [...rows.flatMap((row) => [row.unit, ...row.access.flatMap(({ unit }) => (unit ? [unit] : []))])];
    await this.database.transaction(async (transaction) => {
      const { manager } = transaction;
      for (const part of inParts(unitRows(municipality, units)))
        await manager.upsert(UnitRow, part, ['municipality', 'id']);
      const roles = [...new Set(rows.map((row) => row.role))].map((name) => ({
        municipality,
        id: roleId(municipality, name),
        name,
      }));
      for (const part of inParts(roles)) await manager.upsert(RoleRow, part, ['municipality', 'id']);
      for (const part of inParts(rows.map((row) => personRow(municipality, row))))
        await manager.upsert(PersonRow, part, ['municipality', 'id']);
      for (const part of inParts(rows.map((row) => employmentRow(municipality, row))))
        await manager.upsert(EmploymentRow, part, ['municipality', 'id']);
      const access = rows.flatMap((row) => accessRows(municipality, row));
      for (const part of inParts(access))
        await manager.upsert(AccessRow, part, ['municipality', 'person', 'access', 'unit']);
      for (const tell of this.listeners)
        await tell(
          transaction,
          municipality,
          rows.map((row) => personId(municipality, row.key)),
        );
    });
  }

  person(municipality: string, id: string): Promise<PersonRow | null> {
    return this.database.manager.findOneBy(PersonRow, { municipality, id });
  }

  /** Takes a person out of the municipality, with employment and rights. Answers how many employments there were. */
  async remove(transaction: Transaction, municipality: string, person: string): Promise<number> {
    const { manager } = transaction;
    const employments = await manager.countBy(EmploymentRow, { municipality, person });
    await manager.delete(EmploymentRow, { municipality, person });
    await manager.delete(AccessRow, { municipality, person });
    await manager.delete(PersonRow, { municipality, id: person });
    for (const tell of this.listeners) await tell(transaction, municipality, [person]);
    return employments;
  }

  unit(municipality: string, id: string): Promise<UnitRow | null> {
    return this.database.manager.findOneBy(UnitRow, { municipality, id });
  }

  accessOf(municipality: string, person: string): Promise<AccessRow[]> {
    return this.database.manager.findBy(AccessRow, { municipality, person });
  }

  /** The unit and everything below it, top first. Empty when there is no such unit in the municipality. */
  unitsBelow(municipality: string, unit: string, reading: Reading = this.database): Promise<UnitBelow[]> {
    return reading.query<UnitBelow>(unitsBelow, { municipality, unit });
  }

  /** Units by id; those that the municipality does not have are left out. */
  unitsByKey(municipality: string, units: string[]): Promise<UnitBelow[]> {
    return this.database.query<UnitBelow>(unitByKey, { municipality, units });
  }

  async chooseLanguage(municipality: string, person: string, language: Language): Promise<void> {
    await this.database.transaction(async ({ manager }) => {
      await manager.update(PersonRow, { municipality, id: person }, { language });
    });
  }
}

/** Parameters per statement are limited (SQLite 32 766, PostgreSQL 65 535). */
function* inParts<T>(rows: T[], size = 1000): Generator<T[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}

export const personId = (municipality: string, key: string) => keyedId(municipality, 'person', key);
export const roleId = (municipality: string, name: string) => keyedId(municipality, 'role', name);
export const unitId = (municipality: string, names: string[]) => keyedId(municipality, 'unit', names.join('\n'));

function unitRows(municipality: string, paths: string[][]): UnitRow[] {
  const rows = new Map<string, UnitRow>();
  for (const names of paths) {
    const ids = names.map((_, depth) => unitId(municipality, names.slice(0, depth + 1)));
    ids.forEach((id, depth) => {
      const path = `/${ids.slice(0, depth + 1).join('/')}/`;
      rows.set(id, { municipality, id, parent: ids[depth - 1] ?? null, name: names[depth] ?? '', path });
    });
  }
  return [...rows.values()];
}

function personRow(municipality: string, { key, name, email, language }: PersonnelRow): PersonRow {
  return { municipality, id: personId(municipality, key), name, email, language };
}

function employmentRow(municipality: string, row: PersonnelRow): EmploymentRow {
  const { key, unit, role, share, starts, ends } = row;
  return {
    municipality,
    id: keyedId(municipality, 'employment', key),
    person: personId(municipality, key),
    unit: unitId(municipality, unit),
    role: roleId(municipality, role),
    share,
    starts,
    ends,
  };
}

function accessRows(municipality: string, row: PersonnelRow): AccessRow[] {
  return row.access.map(({ right, unit }) => ({
    municipality,
    person: personId(municipality, row.key),
    access: right,
    unit: unit ? unitId(municipality, unit) : '',
  }));
}
