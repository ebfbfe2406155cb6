import type { DraftProblem } from '@kursdugnad/core/contract/authoring.js';
import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import { endOfWords } from './quiet-marks.js';

/** Problems as the editor marks them: the words of the line from where the problem begins. */
export function problemMarks(
  doc: Text,
  problems: readonly DraftProblem[],
  mend: { word: string; run(problem: DraftProblem): void },
): Diagnostic[] {
  return problems
    .filter(({ line }) => line <= doc.lines)
    .map((problem) => {
      const line = doc.line(problem.line);
      const end = line.from + endOfWords(line.text);
      const from = Math.min(line.from + problem.column - 1, end);
      const actions = problem.change ? [{ name: mend.word, apply: () => mend.run(problem) }] : [];
      return {
        from,
        to: Math.max(from, end),
        severity: problem.severity,
        message: `${problem.message} ${problem.mend}`,
        actions,
      };
    })
    .sort((a, b) => a.from - b.from);
}
