import { basename, resolve } from 'node:path';
import { buildCourse } from './build-course.js';
import type { CourseFiles } from './course-files.js';
import { readFolder } from './course-folder.js';
import type { CourseProblem, ReadCourse } from './course-problem.js';
import { readingOf, type Reading } from './reading.js';
import { allRules } from './rules/all-rules.js';
import type { Rule } from './rules/rule.js';

/** Reads the course in a folder; the folder's name is its slug. Throws only where the folder itself cannot be read. */
export async function readCourse(folder: string): Promise<ReadCourse> {
  return readCourseFiles(basename(resolve(folder)), await readFolder(folder));
}

/** Any bytes give an answer, soon: never a throw, and nothing outside `files` is touched. */
export function readCourseFiles(slug: string, files: CourseFiles): ReadCourse {
  const reading = readingOf(slug, files);
  const problems = problemsIn(reading);
  if (problems.some((problem) => problem.severity === 'error')) return { course: null, problems };
  const course = buildCourse(reading);
  return course ? { course, problems } : { course, problems: [...problems, notUnderstood] };
}

/** Enough to work with; the thousandth complaint helps nobody. */
const mostPerRule = 100;

function problemsIn(reading: Reading): CourseProblem[] {
  const problems = allRules.flatMap((rule) => problemsOf(rule, reading));
  const order = (file: string) => (file.startsWith('guide') ? 0 : 1);
  const byPlace = (a: CourseProblem, b: CourseProblem) =>
    order(a.file) - order(b.file) || compare(a.file, b.file) || a.line - b.line || a.column - b.column;
  return problems.sort(byPlace);
}

function problemsOf(rule: Rule, reading: Reading): CourseProblem[] {
  const answers = rule.mayBeAccepted ? reading.main?.frontMatter.values.accepted : undefined;
  const accepted = answers?.find((one) => one.rule === rule.id);
  return rule
    .find(reading)
    .slice(0, mostPerRule)
    .map(({ at, says, mend }) => ({
      rule: rule.id,
      severity: accepted ? 'warning' : rule.severity,
      message: says ?? rule.says,
      mend: accepted ? `${accepted.by} svarer for den (${accepted.date}): ${accepted.reason}` : (mend ?? rule.mend),
      ...(accepted ? { accepted } : {}),
      ...at,
    }));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a === 'guide.md' || (b !== 'guide.md' && a < b) ? -1 : 1;
}

/** Only a hole in the rules leads here: a course that none of them complains about is a course. */
const notUnderstood: CourseProblem = {
  rule: 'not-understood',
  severity: 'error',
  message: 'Guiden kunne ikke settes sammen, og vi vet ikke hvorfor.',
  mend: 'Meld fra til dem som drifter Kursdugnad, og legg ved guiden.',
  ...{ file: 'guide.md', line: 1, column: 1 },
};
