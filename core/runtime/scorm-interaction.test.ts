import { expect, test } from '@jest/globals';
import { questionOfEachKind } from '../../test/builders/course-builder.js';
import { aRecord, answered, restarted } from '../../test/builders/event-builder.js';
import type { Question } from '../course/question.js';
import { rightResponse, wrongResponse } from './model-responses.js';
import { interactionId, scorm12Interaction, scorm2004Interaction } from './scorm-interaction.js';

const questions: Question[] = Object.values(questionOfEachKind);

test('SCORM 1.2: each kind in its words', () => {
  const said = questions.map((question) => {
    const { type, response, patterns } = scorm12Interaction(question, rightResponse(question));
    return [question.kind, type, response, ...patterns].join(' ');
  });
  expect(said).toEqual([
    'single choice b b',
    'multiple choice a,c a,c',
    'true-false true-false f f',
    'fill-in fill-in 110 110',
    'numeric numeric 4 4',
    'sequencing sequencing a,b,c a,b,c',
    'matching matching a.1,b.2,c.2 a.1,b.2,c.2',
    'scenario performance start.b start.b',
  ]);
});

test('SCORM 2004: each kind with its delimiters, numbers as an interval', () => {
  const said = questions.map((question) => {
    const { type, response, patterns } = scorm2004Interaction(question, rightResponse(question));
    return [question.kind, type, response, patterns[0]].join(' ');
  });
  expect(said).toEqual([
    'single choice b b',
    'multiple choice a[,]c a[,]c',
    'true-false true-false false false',
    'fill-in fill-in 110 110',
    'numeric numeric 4 3[:]5',
    'sequencing sequencing a[,]b[,]c a[,]b[,]c',
    'matching matching a[.]1[,]b[.]2[,]c[.]2 a[.]1[,]b[.]2[,]c[.]2',
    'scenario performance start[.]b start[.]b',
  ]);
});

test.each(questions)('right and wrong are told apart: $kind', (question) => {
  expect(scorm12Interaction(question, rightResponse(question)).result).toBe('correct');
  expect(scorm12Interaction(question, wrongResponse(question)).result).toBe('wrong');
  expect(scorm2004Interaction(question, wrongResponse(question)).result).toBe('incorrect');
});

test('no text is longer than the standards allow', () => {
  const question = questionOfEachKind['fill-in'];
  expect(scorm12Interaction(question, ['å'.repeat(500)]).response).toHaveLength(255);
  expect(scorm2004Interaction(question, ['[,]'.repeat(160)]).response).not.toMatch(/\[,\]|.{251}/u);
});

test('every answer has an id of its own, across tries and attempts', () => {
  const record = aRecord(
    answered('royk', 'a'),
    answered('royk', 'c'),
    restarted,
    answered('royk', 'a'),
    answered('olje', 'true'),
  );
  const ids = record.answers.map((answer) => {
    const question = questions.find(({ id }) => id === answer.question)!;
    return interactionId(question, record, { kind: 'answered', ...answer });
  });
  expect(ids).toEqual(['royk-1-1', 'royk-1-2', 'royk-2-1', 'olje-2-1']);
});
