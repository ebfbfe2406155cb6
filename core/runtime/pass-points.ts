import type { Course } from '../course/course.js';
import { mainEdition, questionsOf } from '../course/course-parts.js';
import { drawnFor } from './drawing.js';

/** How many of a guide's points one passes with: whole points. Null where it has no pass mark, or no points. */
export function passPoints(course: Course): { needed: number; max: number } | null {
  // Drawn questions are worth the same, so every learner may get as many points.
  const questions = questionsOf(mainEdition(drawnFor(course, '')));
  const max = questions.reduce((sum, { points }) => sum + points, 0);
  if (course.passMark === undefined || max === 0) return null;
  return { needed: Math.ceil((course.passMark - 1e-9) * max), max };
}
