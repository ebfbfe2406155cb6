import { expect, test } from '@jest/globals';
import { aCourse, anEdition, aLesson, aQuestion, aScenario, asking } from '../../test/builders/course-builder.js';
import { mainEdition } from '../course/course-parts.js';
import { questionUse, type Run } from './question-use.js';

const course = aCourse();
const answer = (id: string, ...response: string[]) => ({
  id,
  at: `2026-11-21T10:00:0${id}.000Z`,
  question: 'royk',
  response,
});
const aRun = (...letters: string[]): Run => ({
  course,
  record: { answers: letters.map((letter, index) => answer(String(index), letter)) },
});

test('the first try of each run counts', () => {
  const runs = [aRun('b'), aRun('a', 'b'), aRun('b', 'b'), aRun('c'), aRun()];
  expect(questionUse(mainEdition(course), runs)).toEqual([]);
  expect(questionUse(mainEdition(course), [...runs, aRun('b')])).toEqual([
    { id: 'royk', prompt: 'Du lukter røyk. Hva gjør du først?', answers: 5, rightFirst: 3 / 5 },
  ]);
});

test('a walk through a scenario counts when it has come to an ending', () => {
  const walked = aCourse({ editions: [anEdition({ lessons: [aLesson({ blocks: [asking(aScenario())] })] })] });
  const answers = [['a'], ['a', 'b'], ['b']].map((response, index) => ({
    ...answer(String(index), ...response),
    question: 'naboen',
  }));
  const runs = Array.from({ length: 5 }, () => ({ course: walked, record: { answers } }));
  expect(questionUse(mainEdition(walked), runs)).toMatchObject([{ id: 'naboen', answers: 5, rightFirst: 0 }]);
  const first = runs.map(({ course: own }) => ({ course: own, record: { answers: answers.slice(0, 1) } }));
  expect(questionUse(mainEdition(walked), first)).toEqual([]);
});

test('letters are read as in the version that was taken; a question that is gone is left out', () => {
  const choices = [
    { id: 'a', text: 'Ringer 110.', correct: true },
    { id: 'b', text: 'Leter etter røyken.', correct: false },
  ];
  const newer = aCourse({
    editions: [anEdition({ lessons: [aLesson({ blocks: [asking(aQuestion({ choices }))] })] })],
  });
  const runs = Array.from({ length: 5 }, () => aRun('b'));
  expect(questionUse(mainEdition(newer), runs)).toMatchObject([{ answers: 5, rightFirst: 1 }]);
  expect(questionUse(anEdition({ lessons: [aLesson()] }), runs)).toEqual([]);
});
