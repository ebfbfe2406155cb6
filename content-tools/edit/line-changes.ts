import { lineDiff } from '@kursdugnad/core/authoring/line-diff.js';
import type { CourseFiles } from '../read/course-files.js';
import type { CourseProblem } from '../read/course-problem.js';
import { sourceText } from '../read/source-text.js';
import { withWrittenIds } from '../read/written-ids.js';

/** Lines `from` up to, not including, `to` (1-based) of a file become `lines`. */
export interface LineChange {
  file: string;
  from: number;
  to: number;
  lines: string[];
}

/** The stable ids that `kurs check --fix` would write, line by line. */
export function idChanges(slug: string, files: CourseFiles): LineChange[] {
  return [...withWrittenIds(slug, files)].flatMap(([file, bytes]) => {
    const before = linesOf(files.get(file));
    const after = linesOf(bytes);
    return lineDiff(before, after).map(({ from, to, otherFrom, otherTo }) => ({
      file,
      from: from + 1,
      to: to + 1,
      lines: after.slice(otherFrom, otherTo),
    }));
  });
}

/** How one line is mended without a thought, rule by rule; null where the line is not as the rule meant. */
const mends: Record<string, (line: string) => string | null> = {
  'choice-without-box': (line) => line.replace(/^(\s*[-*+] )(?!\[)/u, '$1[ ] '),
  'declaration-ticked': (line) => line.replace(/^(\s*[-*+] )\[[xX]\]/u, '$1[ ]'),
  'text-after-answers': (line) => (/^\s*(?:[-*+>#|]|\d+[.)])/u.test(line) ? null : `> ${line}`),
  // The name goes; a new one is then written as for any part without.
  'id-duplicate': (line) => line.replace(/\s*\{#[^}\s]*\}\s*$/u, ''),
  'alt-image-of': (line) =>
    line.replace(
      /!\[\s*(?:(?:et )?(?:bilde|bilete|foto|illustrasjon) av|(?:a )?(?:image|picture) of) (?:an? |en |et |ei )?(\p{L})/iu,
      (_, first: string) => `![${first.toLocaleUpperCase('nb')}`,
    ),
};

/** What mends the problem without changing what the author says; null where somebody must think. */
export function safeMend(problem: CourseProblem, files: CourseFiles): LineChange | null {
  const mend = Object.hasOwn(mends, problem.rule) ? mends[problem.rule] : undefined;
  const line = linesOf(files.get(problem.file))[problem.line - 1];
  if (!mend || line === undefined) return null;
  const mended = mend(line);
  if (mended === null || mended === line) return null;
  return { file: problem.file, from: problem.line, to: problem.line + 1, lines: [mended] };
}

function linesOf(bytes: Buffer | undefined): string[] {
  const source = bytes ? sourceText(bytes) : null;
  return source && 'text' in source ? source.text.split('\n') : [];
}
