import { declarationsOf, mainEdition } from '../course/course-parts.js';
import type { Block, Course } from '../course/course.js';
import type { Question } from '../course/question.js';
import { longestResponse } from './packed-response.js';

/** So many characters may be kept in `cmi.suspend_data`, with some to spare: the standards say 4 096 and 64 000. */
export const stateLimits = { scorm12: 4_000, scorm2004: 60_000 } as const;

const key = 5;
/** A moment in base 36, up to the year 5188. */
const time = 9;
/** Version, language, seed, time, place, restarts and the separators. */
const head = 1 + 2 + 36 + time + key + 6 + 8;

/** The longest that `packedState` can ever be for this course, in characters. */
export function largestState(course: Course): number {
  const edition = mainEdition(course);
  const declared = declarationsOf(edition).length * (key + time + 1);
  const lessons = edition.lessons.map(({ blocks, draw }) => largest(blocks, draw));
  return head + edition.lessons.length * key + declared + largest(edition.introduction) + sum(lessons);
}

/** Of the questions in these blocks: the largest of those that can be drawn together. */
function largest(blocks: readonly Block[], draw?: number): number {
  const sizes = blocks.flatMap((block) => (block.kind === 'question' ? [historySize(block.question)] : []));
  return sum(sizes.sort((a, b) => b - a).slice(0, draw ?? sizes.length));
}

function historySize(question: Question): number {
  const { tries, hints, hintCost } = question;
  const answer = longestResponse(question);
  const opened = hintCost === undefined ? 0 : (hints?.length ?? 0) * 3;
  const answers = question.kind === 'scenario' ? (tries + 1) * (answer + 1) : tries + answer;
  return key + 2 + answers + opened;
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
