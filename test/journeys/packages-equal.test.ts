import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  packageMaker,
  type PackageMaker,
  type PackageTarget,
} from '@kursdugnad/content-tools/package/build-package.js';
import { readFolder } from '@kursdugnad/content-tools/read/course-folder.js';
import { packSource } from '@kursdugnad/content-tools/package/source-bundle.js';
import { readCourseFiles } from '@kursdugnad/content-tools/read/read-course.js';
import type { Course } from '@kursdugnad/core/course/course.js';
import { statementFaults } from '@kursdugnad/core/xapi/statement-faults.js';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import type { Browser } from 'playwright-core';
import { everyKindFolder } from '../builders/every-kind.js';
import { launchBrowser } from '../browser.js';
import { xapi } from '../setup/serve-demo.mjs';
import { cmi5World, sessionExtension } from '../worlds/cmi5-world.js';
import { takeGuide, variants } from '../worlds/learner-script.js';
import { offlineWorld } from '../worlds/offline-world.js';
import { ownWorld } from '../worlds/own-world.js';
import { scormWorld } from '../worlds/scorm-world.js';
import type { World } from '../worlds/world.js';
import { oneStage } from './stage.js';
import { statementReader } from '../worlds/statement-reader.js';

/** Three learners of the demo region, so that no run of one is in another's way. */
const people = { passes: 'Yusuf Ali', fails: 'Hilde Fosse', stops: 'Gunnar Løken' };
const outcomes = {
  passes: { completed: true, success: 'passed' },
  fails: { completed: false, success: 'failed' },
  stops: { completed: false, success: 'unknown' },
};
type Variant = keyof typeof variants;
/** A course of its own each time: nobody has a run of it under way. */
const slug = `alle-slags-${randomBytes(3).toString('hex')}`;

describe.each(oneStage)('the same learner in every world, on %s', (_database, url) => {
  let browser: Browser;
  let course: Course;
  let maker: PackageMaker;
  const lrs = {
    endpoint: `${url}/xapi/`,
    token: Buffer.from(`${xapi.key}:${xapi.secret}`).toString('base64'),
    statementsOf: statementReader(`${url}/xapi/`, xapi),
  };

  beforeAll(async () => {
    browser = await launchBrowser();
    const files = await readFolder(everyKindFolder);
    const read = readCourseFiles(slug, files);
    if (!read.course) throw new Error(JSON.stringify(read.problems));
    course = read.course;
    maker = packageMaker(course, files);
    const published = await fetch(`${url}/api/courses`, {
      method: 'POST',
      headers: { authorization: 'Bearer demo-author', 'content-type': 'application/zip' },
      body: new Uint8Array(await packSource(files, slug)),
    });
    expect(published.ok).toBe(true);
  });
  afterAll(() => browser.close());

  const zip = async (target: PackageTarget): Promise<Buffer> => {
    const made = await maker.make(target);
    if ('tooLarge' in made) throw new Error(`${target}: ${made.tooLarge.largest}`);
    return made;
  };
  const take = async (world: World, variant: Variant) => {
    try {
      return await takeGuide(world, course, variants[variant]);
    } finally {
      await world.close();
    }
  };
  /** All worlds at once: most of the time each of them waits. */
  const everywhere = async (variant: Variant) => {
    const scorm12 = await scormWorld('scorm12', browser, course, await zip('scorm12'));
    const scorm2004 = await scormWorld('scorm2004', browser, course, await zip('scorm2004'));
    const cmi5 = await cmi5World(browser, course, await zip('cmi5'), lrs);
    const offline = await offlineWorld(browser, course, await zip('web'));
    const own = ownWorld(browser, url, people[variant], course, lrs.statementsOf);
    const [known, ...others] = await Promise.all(
      [own, scorm12, scorm2004, cmi5, offline].map((world) => take(world, variant)),
    );
    return { own: known, others, scorm: [scorm12, scorm2004], cmi5 };
  };

  test.each(Object.keys(variants) as Variant[])('one who %s', async (variant) => {
    const { own, others, scorm, cmi5 } = await everywhere(variant);
    const last = own?.at(-1);
    expect({ completed: last?.completed, success: last?.success }).toEqual(outcomes[variant]);
    // What our own pages know is what all others are held to: SCORM 1.2, SCORM 2004, cmi5, and a folder on the disk.
    for (const world of others) expect(world).toEqual(own);
    for (const { calls } of scorm) keepsToScorm(calls, variants[variant].length);
    keepsToCmi5(await lrs.statementsOf(cmi5.registration), cmi5.activityId);
  });
});

/** No call is refused, and each visit begins once and ends once. */
function keepsToScorm(calls: string[][], visits: number): void {
  expect(calls.filter((call) => call.at(-1) !== '0')).toEqual([]);
  const names = calls.map(([name = '']) => name.replace('LMS', ''));
  expect(names.filter((name) => name === 'Initialize')).toHaveLength(visits);
  expect(names.filter((name) => name === 'Terminate' || name === 'Finish')).toHaveLength(visits);
}

const categories = 'https://w3id.org/xapi/cmi5/context/categories/';

/** The rules of cmi5 9.3 and 9.6 on what a unit says, and in which order. */
function keepsToCmi5(statements: Statement[], activityId: string): void {
  expect(statements.flatMap((statement) => statementFaults(statement, '1.0.3'))).toEqual([]);
  const sessionOf = ({ context }: Statement) => context?.extensions?.[sessionExtension];
  const name = ({ verb }: Statement) => verb.id.replace(/^.*\//u, '');
  const isDefined = ({ context }: Statement) =>
    JSON.stringify(context?.contextActivities).includes(`${categories}cmi5"`);
  for (const session of new Set(statements.map(sessionOf))) {
    expect(session).toEqual(expect.any(String));
    const inOrder = statements
      .filter((statement) => sessionOf(statement) === session)
      .toSorted((a, b) => ((a.timestamp ?? '') < (b.timestamp ?? '') ? -1 : 1));
    expect(name(inOrder[0]!)).toBe('initialized');
    expect(name(inOrder.at(-1)!)).toBe('terminated');
    const defined = inOrder.filter(isDefined).map(name);
    expect(new Set(defined).size).toBe(defined.length);
    expect(defined.filter((verb) => verb === 'passed' || verb === 'failed').length).toBeLessThanOrEqual(1);
  }
  const defined = statements.filter(isDefined);
  for (const once of ['completed', 'passed'])
    expect(defined.filter((one) => name(one) === once).length).toBeLessThan(2);
  for (const statement of defined) {
    expect(statement.object).toMatchObject({ id: activityId });
    const isOutcome = ['completed', 'passed', 'failed'].includes(name(statement));
    expect(JSON.stringify(statement.context).includes(`${categories}moveon"`)).toBe(isOutcome);
    if (isOutcome || name(statement) === 'terminated') expect(statement.result?.duration).toMatch(/^PT[\d.]+S$/u);
  }
}
