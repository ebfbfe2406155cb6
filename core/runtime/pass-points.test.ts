import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  aCourse,
  aCourseOfEveryKind,
  aLesson,
  anEdition,
  aQuestion,
  asking,
} from '../../test/builders/course-builder.js';
import { answered, aRecord } from '../../test/builders/event-builder.js';
import { passPoints } from './pass-points.js';
import { standing } from './standing.js';

test('with so many points one passes, and with one less one does not', () => {
  const percent = fc.integer({ min: 1, max: 100 });
  fc.assert(
    fc.property(percent, fc.integer({ min: 1, max: 12 }), (mark, count) => {
      const ids = Array.from({ length: count }, (_, index) => `q${index}`);
      const blocks = ids.map((id) => asking(aQuestion({ id, tries: 1 })));
      const course = aCourse({ passMark: mark / 100, editions: [anEdition({ lessons: [aLesson({ blocks })] })] });
      const { needed, max } = passPoints(course) ?? { needed: -1, max: -1 };
      const withRight = (right: number) =>
        standing(course, aRecord(...ids.map((id, index) => answered(id, index < right ? 'b' : 'a')))).success;
      expect(max).toBe(count);
      expect([withRight(needed), withRight(needed - 1)]).toEqual(['passed', 'failed']);
    }),
  );
});

test('of drawn questions only those one gets count, and without a pass mark there is nothing to reach', () => {
  const { passMark: _passMark, ...free } = aCourse();
  expect(passPoints(aCourseOfEveryKind())).toEqual({ needed: 9, max: 14 });
  expect(passPoints(free)).toBeNull();
});
