import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { standing } from '@kursdugnad/core/runtime/standing.js';
import {
  aCourse,
  aLesson,
  anEdition,
  aQuestion,
  asking,
  questionsOfEveryKind,
} from '../../../test/builders/course-builder.js';
import { anAnswerTo } from '../../../test/builders/history-builder.js';
import { answered, aRecord } from '../../../test/builders/event-builder.js';
import { questionView } from './question-view.js';

const choices = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id, correct: id === 'b' || id === 'd', feedback: id }));
const several = aQuestion({ kind: 'multiple', choices });
const one = aQuestion();

const viewAfter = (question: typeof one, ...responses: string[][]) => {
  const course = aCourse({ editions: [anEdition({ lessons: [aLesson({ blocks: [asking(question)] })] })] });
  const record = aRecord(...responses.map((response) => answered(question.id, ...response)));
  return questionView(question, standing(course, record).questions[question.id]!);
};

describe('what is seen of a question', () => {
  test('several-choice with tries left: feedback on what was taken, no marks', () => {
    const { choices: seen, verdict, closed } = viewAfter(several, ['a', 'b']);
    expect([verdict, closed]).toEqual(['not-yet', false]);
    expect(Object.values(seen).map(({ mark }) => mark)).toEqual([null, null, null, null]);
    expect(Object.values(seen).map(({ feedback }) => feedback)).toEqual([true, true, false, false]);
  });

  test('several-choice when closed: every choice that is right, and the taken that are not', () => {
    const { choices: seen } = viewAfter(several, ['a'], ['a', 'b']);
    expect(Object.values(seen).map(({ mark }) => mark)).toEqual(['taken-wrong', 'taken-right', null, 'right']);
  });

  test.each(questionsOfEveryKind.map((question) => [question.kind, question] as const))(
    'of a %s nothing is given away while there are tries left',
    (_kind, question) => {
      fc.assert(
        fc.property(fc.array(anAnswerTo(question), { maxLength: 3 }), (responses) => {
          const view = viewAfter(question, ...responses);
          if (view.closed) return;
          expect(view.rows.filter(({ mark }) => mark !== null)).toEqual([]);
          expect(Object.values(view.choices).filter(({ mark }) => mark === 'right')).toEqual([]);
          expect([view.explanation, view.verdict]).not.toContain(true);
          // In a scenario only what one has come to is seen, and there is always something to do next.
          if (question.kind === 'scenario') expect(view.situations.filter(({ isNow }) => isNow)).toHaveLength(1);
        }),
      );
    },
  );

  test('no answer is given away while there are tries left', () => {
    const response = fc.subarray(['a', 'b', 'c'], { minLength: 1, maxLength: 1 });
    fc.assert(
      fc.property(fc.array(response, { maxLength: 3 }), (responses) => {
        const view = viewAfter(one, ...responses);
        const told = Object.values(view.choices).some(({ mark }) => mark === 'right') || view.explanation;
        expect(told && !view.closed).toBe(false);
      }),
    );
  });
});
