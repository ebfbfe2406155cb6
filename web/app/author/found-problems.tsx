import type { DraftProblem } from '@kursdugnad/core/contract/authoring.js';
import { Button } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';

interface FoundProblemsProps {
  problems: readonly DraftProblem[];
  draft: string;
  /** The file that is open. */
  path: string;
  /** Lines of its front matter: what is wrong there is mended in a form. */
  topLines?: number;
  goTo?: (problem: DraftProblem) => void;
  mend?: (problem: DraftProblem) => void;
  /** A part of a translation says what the original says now. */
  confirm?: (problem: DraftProblem) => void;
}

/** What is wrong, what must be mended first, and how. */
export function FoundProblems({ problems, ...more }: FoundProblemsProps) {
  const { problems: words } = useWords().editor;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  if (problems.length === 0) return <StatusSign sign="done">{words.none}</StatusSign>;
  return (
    <>
      <p>{words.counts(errors.length, warnings.length)}</p>
      <ul className="plain-list found-problems">
        {[...errors, ...warnings].map((problem) => (
          <Problem
            key={`${problem.file} ${problem.line} ${problem.column} ${problem.rule}`}
            problem={problem}
            {...more}
          />
        ))}
      </ul>
    </>
  );
}

type ProblemProps = Omit<FoundProblemsProps, 'problems'> & { problem: DraftProblem };

function Problem({ problem, draft, path, topLines = 0, goTo, mend, confirm }: ProblemProps) {
  const { problems: words } = useWords().editor;
  const { file, line, severity, message } = problem;
  const isHere = file === path;
  // The rules speak to those who write in a terminal; here there is a button.
  const isStale = isHere && confirm !== undefined && problem.rule === 'translation-stale';
  return (
    <li data-severity={severity}>
      <StatusSign sign={severity === 'error' ? 'urgent' : 'soon'}>
        <strong>{severity === 'error' ? words.error : words.warning}:</strong> {message}
      </StatusSign>
      <p>{isStale ? words.stale : problem.mend}</p>
      <div className="problem-actions">
        {isStale && (
          <Button type="button" data-size="sm" onClick={() => confirm(problem)}>
            {words.upToDate}
          </Button>
        )}
        {problem.change && isHere && mend && (
          <Button type="button" data-size="sm" onClick={() => mend(problem)}>
            {words.mend}
          </Button>
        )}
        {isHere && line <= topLines && (
          <Link className="ds-link" to={`/mine-kurs/utkast/${draft}/om?fil=${file}`}>
            {words.inAbout}
          </Link>
        )}
        {isHere && line > topLines && goTo && (
          <Button type="button" data-size="sm" variant="secondary" onClick={() => goTo(problem)}>
            {words.line(line)}
          </Button>
        )}
        {!isHere && file.endsWith('.md') && (
          <Link className="ds-link" to={`/mine-kurs/utkast/${draft}?fil=${file}`}>
            {words.inFile(file, line)}
          </Link>
        )}
        {(isHere ? !goTo : !file.endsWith('.md')) && <span className="quiet">{words.inFile(file, line)}</span>}
      </div>
    </li>
  );
}
