import { describe, expect, test } from '@jest/globals';
import {
  aCourse,
  aLesson,
  anEdition,
  aNumber,
  aPracticalTask,
  aScenario,
  asking,
} from '../../test/builders/course-builder.js';
import { answered, aRecord, hinted, opened, requested, restarted, signed } from '../../test/builders/event-builder.js';
import type { Block } from '../course/course.js';
import { emptyRecord } from './recording.js';
import { standing, taskState } from './standing.js';

const courseWith = (...blocks: Block[]) =>
  aCourse({ passMark: 0.5, editions: [anEdition({ lessons: [aLesson({ id: 'en', blocks })] })] });
type Happening = Parameters<typeof aRecord>[number];

describe('hints', () => {
  const number = aNumber({ id: 'tall', points: 3, hints: ['Kaldt.', 'Kaldere.'], hintCost: 1 });
  const after = (...happenings: Happening[]) =>
    standing(courseWith(asking(number)), aRecord(...happenings)).questions.tall;
  const right = answered('tall', '4');

  test('cost what the author says, each once, when they come before the answer', () => {
    expect(after(right)?.points).toBe(3);
    expect(after(hinted('tall', 1), right)?.points).toBe(2);
    expect(after(hinted('tall', 1), hinted('tall', 1), hinted('tall', 2), right)?.points).toBe(1);
    expect(after(right, hinted('tall', 1))?.points).toBe(3);
    expect(after(hinted('tall', 1), answered('tall', '90'))).toMatchObject({ points: 0, hints: [1] });
  });

  test('cost nothing in the next attempt', () => {
    expect(after(hinted('tall', 1), answered('tall', '9'), restarted, right)).toMatchObject({ points: 3, hints: [] });
  });

  test('are free when the author says nothing', () => {
    const { hintCost: _none, ...free } = number;
    const course = courseWith(asking(free));
    expect(standing(course, aRecord(hinted('tall', 1), right)).questions.tall?.points).toBe(3);
  });
});

describe('a scenario', () => {
  const course = courseWith(asking(aScenario()));
  const after = (...happenings: Happening[]) => standing(course, aRecord(opened('en'), ...happenings));
  const walked = (...happenings: Happening[]) => after(...happenings).questions.naboen;

  test('is under way until it comes to an ending, and uses no try till then', () => {
    expect(walked(answered('naboen', 'a'))).toMatchObject({ response: null, walk: ['a'], tries: 0 });
    expect(after(answered('naboen', 'a')).missing).toMatchObject([{ kind: 'question' }]);
    const ended = walked(answered('naboen', 'a'), answered('naboen', 'a', 'a'));
    expect(ended).toMatchObject({ response: ['a', 'a'], walk: null, tries: 1, triesLeft: 1, points: 1, right: false });
  });

  test('the best ending counts, also when a worse one comes after', () => {
    const both = [answered('naboen', 'a', 'a'), answered('naboen', 'a', 'b')];
    expect(walked(...both)).toMatchObject({ settled: true, points: 1, right: false, response: ['a', 'b'] });
    expect(after(...both)).toMatchObject({ success: 'failed', mayRestart: true });
    expect(after(...both, restarted, answered('naboen', 'b'))).toMatchObject({ success: 'passed', completed: true });
  });
});

describe('a practical task', () => {
  const course = courseWith(aPracticalTask());
  const task = 'brannteppe';
  const by = '310000012:kari';

  test('is open, asked for, returned and approved; the guide waits for it', () => {
    const steps: [Happening[], string][] = [
      [[], 'open'],
      [[requested(task)], 'requested'],
      [[requested(task), signed(task, by, false)], 'returned'],
      [[requested(task), signed(task, by, false), requested(task)], 'requested'],
      [[requested(task), signed(task, by, false), requested(task), signed(task, by, false)], 'returned'],
      [[requested(task), signed(task, by, false), requested(task), signed(task, by, true)], 'approved'],
      [[signed(task, by, true), signed(task, by, false), requested(task)], 'approved'],
    ];
    for (const [happenings, state] of steps) {
      const record = aRecord(opened('en'), ...happenings);
      expect([happenings, taskState(record, task)]).toEqual([happenings, state]);
      expect(standing(course, record).completed).toBe(state === 'approved');
    }
  });

  test('an older record, which knows of none, is read as before', () => {
    expect(standing(course, emptyRecord).missing).toEqual([
      { kind: 'lesson', lesson: 'en' },
      { kind: 'task', lesson: 'en', task, state: 'open' },
    ]);
  });
});
