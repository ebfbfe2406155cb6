import { readCourse } from '@kursdugnad/content-tools/read/read-course.js';
import type { Course } from '@kursdugnad/core/course/course.js';

export const everyKindFolder = 'test/builders/every-kind-course';

/**
 * The guide with every kind of question, a pool of which two are drawn, a reflection and a declaration; not drawn for
 * anybody. It has no practical task: no other system has a leader to sign it off.
 */
export async function everyKindCourse(): Promise<Course> {
  const { course, problems } = await readCourse(everyKindFolder);
  if (!course) throw new Error(problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return course;
}
