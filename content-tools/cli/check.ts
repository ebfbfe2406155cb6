import { passPoints } from '@kursdugnad/core/runtime/pass-points.js';
import { Option, type Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFolder } from '../read/course-folder.js';
import type { CourseProblem } from '../read/course-problem.js';
import { readCourseFiles } from '../read/read-course.js';
import { withWrittenIds } from '../read/written-ids.js';
import { say, type Run } from './command-run.js';
import { courseFolders, type CourseFolder } from './course-folders.js';
import { problemLines, summaryLine, unixLines } from './problem-lines.js';

export interface CheckedCourse extends CourseFolder {
  problems: CourseProblem[];
  /** How many points one passes with; null where that is not known, or everyone does. */
  pass?: { needed: number; max: number } | null;
}

interface CheckOptions {
  json?: boolean;
  format?: 'tekst' | 'unix' | 'json';
  fix?: boolean;
}

export function checkCommand(command: Command, run: Run): void {
  command
    .description('finn feil og ting som kan bli bedre, og si hvordan du retter dem')
    .argument('[mappe...]', 'en guide, eller en mappe med guider (uten: mappa du står i)')
    .option('--json', 'svar som JSON, det samme som --format json')
    .addOption(
      new Option('--format <form>', 'for mennesker, for skriveprogrammer eller som JSON').choices([
        'tekst',
        'unix',
        'json',
      ]),
    )
    .option('--fix', 'skriv inn faste navn og merker der de mangler; ellers blir ingenting endret')
    .action((folders: string[], options: CheckOptions) => run(check(folders, options)));
}

async function check(dirs: readonly string[], options: CheckOptions): Promise<number> {
  const folders = (await Promise.all((dirs.length > 0 ? dirs : ['.']).map(courseFolders))).flat();
  const format = options.json ? 'json' : (options.format ?? 'tekst');
  if (options.fix) for (const folder of folders) await writeIds(folder, format === 'tekst');
  const courses: CheckedCourse[] = [];
  for (const folder of folders) courses.push(await checkedCourse(folder));
  const problems = courses.flatMap((course) => course.problems);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  if (format === 'json') say(JSON.stringify({ courses, errors, warnings: problems.length - errors }, null, 2));
  else if (format === 'unix') for (const line of courses.flatMap(unixLines)) say(line);
  else for (const line of [...courses.flatMap(problemLines), summaryLine(courses)]) say(line);
  return errors > 0 ? 1 : 0;
}

export async function checkedCourse(folder: CourseFolder): Promise<CheckedCourse> {
  const { course, problems } = readCourseFiles(folder.slug, await readFolder(folder.dir));
  return { ...folder, problems, pass: course && passPoints(course) };
}

async function writeIds({ dir, slug }: CourseFolder, isTold: boolean): Promise<void> {
  for (const [path, bytes] of withWrittenIds(slug, await readFolder(dir))) {
    await writeFile(join(dir, path), bytes);
    if (isTold) say(`Skrev faste navn og merker i ${join(dir, path)}.`);
  }
}
