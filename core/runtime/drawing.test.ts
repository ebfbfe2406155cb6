import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  aClaim,
  aCourse,
  aCourseOfEveryKind,
  aLesson,
  anEdition,
  asking,
  aText,
} from '../../test/builders/course-builder.js';
import { courseSchema, type Course } from '../course/course.js';
import { mainEdition, questionsOf } from '../course/course-parts.js';
import { drawnFor, shuffledWhole } from './drawing.js';
import { eventFault } from './event-fault.js';
import { rightResponse } from './model-responses.js';
import { emptyRecord } from './recording.js';
import { standing } from './standing.js';

const claims = (count: number) => Array.from({ length: count }, (_one, index) => asking(aClaim({ id: `p-${index}` })));
const aPool = (of: number, draw: number): Course =>
  aCourse({ editions: [anEdition({ lessons: [aLesson({ blocks: [aText('Les.'), ...claims(of)], draw })] })] });
const idsIn = (course: Course) => questionsOf(mainEdition(course)).map(({ id }) => id);

describe('what is drawn', () => {
  test('is as many as the lesson says, in reading order, and the same whenever it is drawn', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), (seed, of, draw) => {
        const course = aPool(of, draw);
        const ids = idsIn(drawnFor(course, seed));
        expect(ids).toHaveLength(Math.min(of, draw));
        expect(ids).toEqual(idsIn(course).filter((id) => ids.includes(id)));
        expect(drawnFor(course, seed)).toEqual(drawnFor(course, seed));
        expect(drawnFor(drawnFor(course, seed), seed)).toEqual(drawnFor(course, seed));
      }),
    );
  });

  test('falls on every question about as often', () => {
    const counts = new Map<string, number>();
    const rounds = 3000;
    for (let round = 0; round < rounds; round += 1)
      for (const id of idsIn(drawnFor(aPool(6, 2), `registration ${round}`))) counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const count of counts.values()) expect(Math.abs(count / rounds - 1 / 3)).toBeLessThan(0.04);
    expect(counts.size).toBe(6);
  });

  test('is the same in every language', () => {
    const [nb] = aPool(5, 2).editions;
    const course = aCourse({ editions: [nb!, { ...nb!, language: 'nn' }] });
    const { editions } = drawnFor(course, 'r');
    expect(questionsOf(editions[1]!)).toEqual(questionsOf(editions[0]!));
  });

  test('is all that can be answered, and all that is missing', () => {
    const course = aPool(3, 1);
    const drawn = drawnFor(course, 'r');
    const [asked] = questionsOf(mainEdition(drawn));
    const other = questionsOf(mainEdition(course)).find(({ id }) => id !== asked?.id);
    const answerTo = (id: string) => ({ kind: 'answered' as const, id: 'x', at: '', question: id, response: ['true'] });
    expect(eventFault(drawn, answerTo(asked?.id ?? ''))).toBeNull();
    expect(eventFault(drawn, answerTo(other?.id ?? ''))).toBe('unknown-question');
    expect(standing(drawn, emptyRecord)).toMatchObject({ score: { max: 1 }, missing: [{ kind: 'lesson' }, {}] });
  });
});

describe('what is shuffled', () => {
  test('keeps its answers, and what is put in order never begins right', () => {
    const whole = questionsOf(mainEdition(aCourseOfEveryKind()));
    fc.assert(
      fc.property(fc.uuid(), (seed) => {
        const course = drawnFor(aCourseOfEveryKind(), seed);
        expect(courseSchema.safeParse(course).success).toBe(true);
        for (const question of questionsOf(mainEdition(course))) {
          const before = whole.find(({ id }) => id === question.id);
          expect([...rightResponse(question)].sort()).toEqual([...(before ? rightResponse(before) : [])].sort());
          if (question.kind === 'sequencing') expect(question.items.map(({ id }) => id)).not.toEqual(question.order);
        }
      }),
    );
  });

  test('the whole course has every question, shuffled as for a learner', () => {
    const course = aCourseOfEveryKind();
    const whole = shuffledWhole(course, 'r');
    expect(idsIn(whole)).toEqual(idsIn(course));
    const order = (one: Course) => questionsOf(mainEdition(one)).find(({ kind }) => kind === 'sequencing');
    expect(order(whole)).toEqual(order(drawnFor(course, 'r')));
    expect(order(whole)).not.toEqual(order(course));
  });

  test('a course where nothing is left to chance is the very same', () => {
    const course = aCourse();
    expect(drawnFor(course, 'r')).toBe(course);
  });
});
