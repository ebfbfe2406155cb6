import type { CourseVersion } from '../catalogue/versions.js';
import { type FactValues, withFactsInAnswers } from '@kursdugnad/core/course/facts.js';
import { drawnFor } from '@kursdugnad/core/runtime/drawing.js';
import type { GuideRun } from '@kursdugnad/core/runtime/guide-statements.js';
import type { VerbName } from '@kursdugnad/core/runtime/verbs.js';
import { keyedId } from '../database/keyed-id.js';
import { accountOfPerson } from '../lrs/person-account.js';

/** Whose registration it is: the same person in every statement, without name, birth number or mail. */
export interface Learner {
  municipality: string;
  person: string;
}

/** The course as it was drawn for the learner, with what the municipality has filled in among the answers. */
export function guideRun(
  publicUrl: string,
  { municipality, person }: Learner,
  registration: string,
  { course, iri, hash, asked }: Pick<CourseVersion, 'course' | 'iri' | 'hash'> & { asked?: readonly string[] },
  facts: FactValues = {},
): GuideRun {
  const actor = accountOfPerson(publicUrl, municipality, person);
  const drawn = withFactsInAnswers(drawnFor(course, registration, asked), facts);
  return { course: drawn, iri, revision: hash, registration, actor };
}

/** Ids of statements that follow from something: the same cause gives the same id, so doing it twice is harmless. */
export function idsFrom(municipality: string, registration: string, cause: string): (name: VerbName) => string {
  return (name) => keyedId(municipality, 'statement', `${registration} ${cause} ${name}`);
}

/** What is held while somebody begins a course, so that each run has its own number. */
export const runKey = (person: string, course: string) => `run ${person} ${course}`;
