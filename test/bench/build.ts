import { readdirSync } from 'node:fs';
import { packageMaker, packageTargets } from '@kursdugnad/content-tools/package/build-package.js';
import { unpackSource } from '@kursdugnad/content-tools/package/source-bundle.js';
import { zipped } from '@kursdugnad/content-tools/package/zipped.js';
import { readFolder } from '@kursdugnad/content-tools/read/course-folder.js';
import type { CourseFiles } from '@kursdugnad/content-tools/read/course-files.js';
import { readCourseFiles } from '@kursdugnad/content-tools/read/read-course.js';
import { type Figure, floorOf, spread } from './figures.js';
import type { Say, Worlds } from './world.js';

const courses = 100;

/**
 * build. 100 courses to all four packages: SCORM 1.2, SCORM 2004, cmi5 and web. The courses are the real ones, read from the
 * disk again and again, each time with one more lesson, so that nothing of one is known from another.
 * Measured for each package: its share of reading and rendering, and its making. Floor: zipping the same bytes.
 */
export async function build(_: Worlds, say: Say): Promise<Figure[]> {
  const [ours, floor]: [number[], number[]] = [[], []];
  const slugs = readdirSync('courses', { withFileTypes: true }).filter((one) => one.isDirectory());
  for (let number = 0; number < courses; number += 1) {
    const slug = slugs[number % slugs.length]?.name ?? '';
    const files = changed(await readFolder(`courses/${slug}`), number);
    const began = performance.now();
    const { course, problems } = readCourseFiles(slug, files);
    if (!course) throw new Error(`${slug}: ${problems.find(({ severity }) => severity === 'error')?.message}`);
    const maker = packageMaker(course, files);
    const share = (performance.now() - began) / packageTargets.length;
    for (const target of packageTargets) {
      const start = performance.now();
      const zip = await maker.make(target);
      if ('tooLarge' in zip) throw new Error(`${slug} is too large for ${target}`);
      ours.push(share + performance.now() - start);
      floor.push(await zippedAgain(zip));
    }
  }
  say(`build: ${courses} courses, ${ours.length} packages`);
  const what = 'a package: reading, checking, rendering, zipping';
  return [{ bench: 'build', what, database: '-', unit: 'ms', ...spread(ours), floor: floorOf(floor), aim: 50 }];
}

/** The text with one more lesson at the end of each guide. */
function changed(files: CourseFiles, number: number): CourseFiles {
  const more = Buffer.from(`\n# Prøve ${number} {#prove-${number}}\n\nDette er prøve nummer ${number}.\n`);
  return new Map(
    [...files].map(([path, bytes]) => [path, path.endsWith('.md') ? Buffer.concat([bytes, more]) : bytes]),
  );
}

async function zippedAgain(zip: Buffer): Promise<number> {
  const unpacked = await unpackSource(zip);
  if ('refused' in unpacked) throw new Error(unpacked.refused.message);
  const start = performance.now();
  await zipped(unpacked.files);
  return performance.now() - start;
}
