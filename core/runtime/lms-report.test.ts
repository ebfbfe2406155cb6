import { expect, test } from '@jest/globals';
import { aCourse, aDeclaration, aLesson, anEdition, aQuestion, asking } from '../../test/builders/course-builder.js';
import { aRecord, answered, declared, opened, restarted } from '../../test/builders/event-builder.js';
import { lessonStatus, lmsReport } from './lms-report.js';

const questions = [aQuestion({ id: 'en' }), aQuestion({ id: 'to' }), aQuestion({ id: 'tre' })];
const lessons = [aLesson({ blocks: questions.map(asking) }), aLesson({ id: 'slutt', blocks: [aDeclaration()] })];
const judged = aCourse({ passMark: 0.6, editions: [anEdition({ lessons })] });
const { passMark: _, ...unjudged } = judged;
const all = (...letters: string[]) => letters.map((letter, index) => answered(questions[index]!.id, letter));
const rest = [opened('alarmen'), opened('slutt'), declared('erklaering')];

test.each([
  ['nothing done', [], { completed: false, success: 'unknown', scaled: null }, { status: 'incomplete', raw: null }],
  [
    'a part answered',
    all('b'),
    { completed: false, success: 'unknown', scaled: null },
    { status: 'incomplete', raw: null },
  ],
  [
    'passed with more to do',
    all('b', 'b', 'a'),
    { completed: false, success: 'passed', scaled: 2 / 3 },
    { status: 'incomplete', raw: null },
  ],
  [
    'passed and done',
    [...all('b', 'b', 'a'), ...rest],
    { completed: true, success: 'passed', scaled: 2 / 3 },
    { status: 'passed', raw: 66.6666 },
  ],
  [
    'failed',
    all('b', 'a', 'a'),
    { completed: false, success: 'failed', scaled: 1 / 3 },
    { status: 'failed', raw: 33.3333 },
  ],
  [
    'failed, and at it again',
    [...all('b', 'a', 'a'), restarted, ...all('b')],
    { completed: false, success: 'failed', scaled: null },
    { status: 'failed', raw: null },
  ],
  [
    'failed, then passed',
    [...all('b', 'a', 'a'), ...rest, restarted, ...all('b', 'b', 'b')],
    { completed: true, success: 'passed', scaled: 1 },
    { status: 'passed', raw: 100 },
  ],
] as const)('with a pass mark: %s', (_name, happenings, report, status) => {
  const now = lmsReport(judged, aRecord(...happenings));
  expect(now).toMatchObject(report);
  expect(lessonStatus(judged, now)).toEqual(status);
});

test('without a pass mark nobody passes or fails', () => {
  const now = lmsReport(unjudged, aRecord(...all('b', 'a', 'a'), ...rest));
  expect(now).toMatchObject({ completed: true, success: 'unknown', scaled: 1 / 3 });
  expect(lessonStatus(unjudged, now)).toEqual({ status: 'completed', raw: 33.3333 });
  expect(lessonStatus(unjudged, lmsReport(unjudged, aRecord(...all('b', 'a', 'a'))))).toMatchObject({ raw: 33.3333 });
});

test('a score just at the pass mark is not told as one below it', () => {
  for (let max = 1; max <= 60; max += 1)
    for (let raw = 0; raw <= max; raw += 1) {
      const told = lessonStatus(unjudged, { completed: true, success: 'unknown', scaled: raw / max, progress: 1 }).raw;
      for (const mark of [50, 66, 67, 70, 75, 80]) expect((told ?? 0) >= mark).toBe(raw / max >= mark / 100 - 1e-9);
    }
});
