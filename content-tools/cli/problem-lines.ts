import { join } from 'node:path';
import type { CheckedCourse } from './check.js';

/** Each problem as `file:line:column`, which editors and terminals make a link of, and two lines of words below. */
export function problemLines({ dir, problems }: CheckedCourse): string[] {
  return problems.flatMap(({ file, line, column, rule, severity, message, mend }) => [
    `${printable(join(dir, file))}:${line}:${column}  ${severity === 'error' ? 'feil' : 'advarsel'}  ${rule}`,
    `    ${printable(message)}`,
    `    Slik retter du det: ${printable(mend)}`,
    '',
  ]);
}

/** Each problem on one line, as compilers write them and editors read them: `file:line:column: warning: words [rule]`. */
export function unixLines({ dir, problems }: CheckedCourse): string[] {
  return problems.map(({ file, line, column, rule, severity, message, mend }) =>
    printable(`${join(dir, file)}:${line}:${column}: ${severity}: ${message} ${mend} [${rule}]`),
  );
}

export function summaryLine(courses: readonly CheckedCourse[]): string {
  const problems = courses.flatMap((course) => course.problems);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const where = courses.length === 1 ? 'guiden' : `${courses.length} guider`;
  const pass = courses.length === 1 && courses[0]?.pass ? ` ${passLine(courses[0].pass)}` : '';
  if (problems.length === 0) return `Alt er i orden i ${where}.${pass}`;
  return `${errors} feil og ${advarsler(problems.length - errors)} i ${where}.${pass}`;
}

/** What a pass mark in per cent comes to. */
export function passLine({ needed, max }: { needed: number; max: number }): string {
  return `Bestått ved ${needed} av ${max} poeng.`;
}

function advarsler(count: number): string {
  return count === 1 ? '1 advarsel' : `${count} advarsler`;
}

/** File names and texts come from anywhere; a terminal must not take them for commands. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '?');
}
