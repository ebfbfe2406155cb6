import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { readFolder } from '@kursdugnad/content-tools/read/course-folder.js';
import { type Caller, dayInNorway } from '@kursdugnad/core/contract/caller.js';
import type { INestApplicationContext } from '@nestjs/common';
import { Catalogue } from '../catalogue/catalogue.js';
import { Competence } from '../competence/competence.js';
import { Registrations } from '../launch/registrations.js';
import { Sessions } from '../login/sessions.js';
import { People, type PersonnelRow, personId, roleId } from '../people/people.js';
import { dice } from './dice.js';
import { type EarlierCompletion, earlierDay, history, workingHour } from './histories.js';
import { adoptions, cast, publishers, requirementsOf } from './plan.js';
import { demoRegion, regionName } from './region.js';
import { runThrough } from './run-through.js';
import { daysBefore, staff } from './staff.js';

const courseFolder = fileURLToPath(new URL('../../../courses/', import.meta.url));

/**
 * Three invented municipalities with people, guides, requirements and histories, made through the same use cases as
 * everything else. The same every time, counted from the day it is made.
 */
export async function makeDemoRegion(app: INestApplicationContext, at: string): Promise<void> {
  const today = dayInNorway(at);
  const employees = await settle(app, today);
  const courses = await publishGuides(app, at);
  await takeIntoUse(app, courses, at);
  await stateRequirements(app, courses, at);
  await bringHistories(app, courses, employees, today);
  await runThrough(app, courses, at);
}

/** Slug → course id. */
export type DemoCourses = Map<string, string>;

async function settle(app: INestApplicationContext, today: string): Promise<Map<string, PersonnelRow[]>> {
  const [people, sessions] = [app.get(People), app.get(Sessions)];
  const employees = new Map<string, PersonnelRow[]>();
  for (const [index, municipality] of demoRegion.entries()) {
    const { orgnr, name } = municipality;
    await people.addMunicipality({ orgnr, name, region: regionName });
    const rows = staff(municipality, cast, dice(2026 + index), today);
    await people.importPersonnel(orgnr, rows);
    employees.set(orgnr, rows);
  }
  for (const { token, municipality, key } of cast) {
    const secret = token.includes(':') ? randomBytes(32).toString('base64url') : token;
    await sessions.giveToken(municipality, personId(municipality, key), secret, token);
  }
  return employees;
}

/** The member of the cast with a right in a municipality, as a caller at a moment. */
async function callerFor(
  app: INestApplicationContext,
  municipality: string,
  right: string,
  at: string,
): Promise<Caller> {
  const member = cast.find(
    (one) => one.municipality === municipality && one.access.some((access) => access.right === right),
  );
  const caller = member ? await app.get(Sessions).caller(municipality, personId(municipality, member.key), at) : null;
  if (!caller) throw new Error(`Nobody in ${municipality} is ${right}`);
  return caller;
}

async function publishGuides(app: INestApplicationContext, at: string): Promise<DemoCourses> {
  const courses: DemoCourses = new Map();
  const longAgo = new Date(Date.parse(at) - 200 * 86_400_000).toISOString();
  for (const [municipality, slugs] of Object.entries(publishers)) {
    const author = await callerFor(app, municipality, 'author', longAgo);
    for (const slug of slugs) {
      const published = await app
        .get(Catalogue)
        .publishFiles(author, slug, await readFolder(`${courseFolder}${slug}`), 'Første utgave');
      courses.set(slug, published.course.id);
    }
  }
  return courses;
}

function idOf(courses: DemoCourses, slug: string): string {
  const id = courses.get(slug);
  if (id === undefined) throw new Error(`No guide ${slug}`);
  return id;
}

/** Lyngmo has no coordinator of its own in the cast: its author is both. */
async function takeIntoUse(app: INestApplicationContext, courses: DemoCourses, at: string): Promise<void> {
  for (const [municipality, slugs] of Object.entries(adoptions)) {
    const coordinator = await callerFor(app, municipality, 'coordinator', at);
    for (const slug of slugs) await app.get(Catalogue).adopt(coordinator, idOf(courses, slug));
  }
}

async function stateRequirements(app: INestApplicationContext, courses: DemoCourses, at: string): Promise<void> {
  for (const [municipality, list] of Object.entries(requirementsOf)) {
    const coordinator = await callerFor(app, municipality, 'coordinator', at);
    for (const { competence, course, roles, validMonths, deadlineDays, since } of list) {
      for (const role of roles ?? [null]) {
        await app.get(Competence).stateRequirement(coordinator, {
          competence,
          role: role === null ? null : roleId(municipality, role),
          course: idOf(courses, course),
          validMonths,
          deadlineDays,
          from: daysBefore(dayInNorway(at), since),
        });
      }
    }
  }
}

async function bringHistories(
  app: INestApplicationContext,
  courses: DemoCourses,
  employees: Map<string, PersonnelRow[]>,
  today: string,
): Promise<void> {
  const chance = dice(1814);
  for (const [municipality, rows] of employees) {
    const earlier: EarlierCompletion[] = [];
    for (const row of rows) {
      for (const requirement of requirementsOf[municipality] ?? []) {
        if (requirement.roles !== null && !requirement.roles.includes(row.role)) continue;
        const daysAgo = history(row, requirement, chance, today);
        if (daysAgo === null) continue;
        const completedAt = workingHour(earlierDay(today, Math.max(1, daysAgo)), chance);
        const scaled =
          requirement.course === 'velkommen-til-kommunen' ? null : chance.oneOf([0.8, 0.85, 0.9, 0.9, 1, 1, 1]);
        earlier.push({
          person: personId(municipality, row.key),
          course: idOf(courses, requirement.course),
          completedAt,
          scaled,
        });
      }
    }
    await app.get(Registrations).recordEarlier(municipality, earlier);
  }
}
