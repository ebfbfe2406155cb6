import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { mainEdition, questionsOf } from '@kursdugnad/core/course/course-parts.js';
import type { Block, Course } from '@kursdugnad/core/course/course.js';
import type { LearnerEvent, LearnerEventOf } from '@kursdugnad/core/runtime/learner-event.js';
import { rightResponse } from '@kursdugnad/core/runtime/model-responses.js';
import { readFolder } from '@kursdugnad/content-tools/package/source-bundle.js';
import { Catalogue } from './catalogue/catalogue.js';
import { Sessions } from './login/sessions.js';
import { personId } from './people/people.js';
import { aHouse, granfoss, inhabited, solvik, type TestHouse } from './testing.js';
import type { Settings } from './settings.js';

export interface GuideInUse {
  courseId: string;
  hash: string;
  course: Course;
}

/** A house with people, and a real guide that both municipalities have in use. For tests. */
export async function aHouseWithGuide(
  database: 'sqlite' | 'postgres',
  overrides: Partial<Settings> = {},
): Promise<{ house: TestHouse; guide: GuideInUse }> {
  const house = await aHouse(database, overrides);
  await inhabited(house);
  const catalogue = house.app.get(Catalogue);
  const at = new Date().toISOString();
  const [author, coordinator] = await Promise.all([
    house.app.get(Sessions).caller(solvik.orgnr, personId(solvik.orgnr, 'author'), at),
    house.app.get(Sessions).caller(granfoss.orgnr, personId(granfoss.orgnr, 'coordinator'), at),
  ]);
  if (!author || !coordinator) throw new Error('Nobody lives here');
  const files = await readFolder(join(process.cwd(), 'courses/brannvern'));
  const published = await catalogue.publishFiles(author, 'brannvern', files, '');
  const courseId = published.course.id;
  await catalogue.adopt(coordinator, courseId);
  const version = await catalogue.currentVersion(solvik.orgnr, courseId);
  if (!version) throw new Error('Not in use');
  return { house, guide: { courseId, hash: version.hash, course: version.course } };
}

/** Everything a learner does in a guide, right at the first try, a second between each. */
export function aWholeRun(course: Course, start = Date.now() - 600_000): LearnerEvent[] {
  let now = start;
  const occurrence = () => ({ id: randomUUID(), at: new Date((now += 1000)).toISOString() });
  const ofBlock = (block: Block): LearnerEvent[] => {
    if (block.kind === 'declaration') return [{ kind: 'declared', ...occurrence(), declaration: block.declaration.id }];
    if (block.kind !== 'question') return [];
    return [
      { kind: 'answered', ...occurrence(), question: block.question.id, response: rightResponse(block.question) },
    ];
  };
  const { introduction, lessons } = mainEdition(course);
  return [
    ...introduction.flatMap(ofBlock),
    ...lessons.flatMap((lesson) => [
      { kind: 'opened' as const, ...occurrence(), lesson: lesson.id },
      ...lesson.blocks.flatMap(ofBlock),
    ]),
  ];
}

export function anOpening(course: Course): LearnerEventOf<'opened'> {
  const lesson = mainEdition(course).lessons[0]?.id ?? '';
  return { kind: 'opened', id: randomUUID(), at: new Date().toISOString(), lesson };
}

export function anAnswer(course: Course): LearnerEventOf<'answered'> {
  const [question] = questionsOf(mainEdition(course));
  if (!question) throw new Error('A guide without questions');
  const at = new Date().toISOString();
  return { kind: 'answered', id: randomUUID(), at, question: question.id, response: rightResponse(question) };
}
