import { largestState, stateLimits } from '@kursdugnad/core/runtime/state-size.js';
import { buildCourse } from '../build-course.js';
import { isGuidePath } from '../course-files.js';
import type { Reading } from '../reading.js';
import { aGuide, fine } from './example.js';
import { wholeFile, type Finding, type Rule } from './rule.js';

const tooMuchForScorm12: Rule = {
  id: 'state-size-scorm12',
  severity: 'warning',
  says: 'Svarene kan bli for mange til at en læringsplattform med SCORM 1.2 husker dem.',
  mend: 'Del guiden i to, eller la færre av oppgavene ha svar som skrives. Skal guiden bare brukes her, trenger du ikke gjøre noe.',
  manual: 'Skrive en guide',
  find: (reading) => stateTooLarge(reading),
  fails: {
    ...aGuide(
      Array.from(
        { length: 20 },
        (_, index) => `## Spørsmål: Hva er nummer ${index}? {#nr-${index}}\n\nSvar: \`a\``,
      ).join('\n\n'),
    ),
    shown: '',
  },
  passes: fine,
};

/** Without the pictures: what a learner answers is in the text alone. */
function stateTooLarge(reading: Reading): Finding[] {
  const files = new Map([...reading.files].filter(([path]) => isGuidePath(path)));
  const course = buildCourse({ ...reading, files });
  if (!course) return [];
  const largest = largestState(course);
  if (largest <= stateLimits.scorm12) return [];
  const says = `Svarene kan fylle ${largest} tegn, og en læringsplattform med SCORM 1.2 husker bare ${stateLimits.scorm12}.`;
  return [{ at: wholeFile('guide.md'), says }];
}

export const stateRules = [tooMuchForScorm12];
