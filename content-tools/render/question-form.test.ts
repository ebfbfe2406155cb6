import { expect, test } from '@jest/globals';
import type { Question } from '@kursdugnad/core/course/question.js';
import { emptyRecord } from '@kursdugnad/core/runtime/recording.js';
import {
  aCourse,
  aLesson,
  aMatching,
  anEdition,
  aNumber,
  anOrder,
  aScenario,
  asking,
} from '../../test/builders/course-builder.js';
import { answered, aRecord } from '../../test/builders/event-builder.js';
import { aGuidePage } from '../../test/builders/guide-page-builder.js';
import { guidePage } from './guide-page.js';

const facts = [{ name: 'leder', kind: 'text' as const, description: 'Hvem du varsler til', default: 'lederen din' }];

/** The page's form for a question, where these ways were walked. */
function form(question: Question, ...walks: string[][]): string {
  const course = aCourse({ editions: [anEdition({ facts, lessons: [aLesson({ blocks: [asking(question)] })] })] });
  const record = walks.length > 0 ? aRecord(...walks.map((walk) => answered(question.id, ...walk))) : emptyRecord;
  return /<form class="question"[^]*?<\/form>/u.exec(guidePage(aGuidePage({ course, record })))?.[0] ?? '';
}

test.each([
  [4, 1, false],
  [4.5, 1, true],
  [4, 0.5, true],
])('someone who is to write %d ± %d is told of the comma: %s', (answer, tolerance, isTold) => {
  const text = form(aNumber({ answer, tolerance }));
  expect(text).toContain('Skriv et tall.');
  expect(text.includes('Du kan bruke komma.')).toBe(isTold);
});

test('how a scenario ended stands between the ending and the beginning, which waits folded', () => {
  const order = (text: string) =>
    [...text.matchAll(/data-scene="(\w+)"(?:\s+hidden)?|class="(verdict|again)"(\s+hidden)?/gu)].map(
      ([whole, scene, other]) => `${scene ?? other}${whole.endsWith('hidden') ? ' hidden' : ''}`,
    );
  expect(order(form(aScenario()))).toEqual([
    ...['start', 'verdict', 'again hidden'],
    ...['glad hidden', 'trygg hidden', 'delvis hidden', 'ute hidden'],
  ]);
  expect(order(form(aScenario(), ['a', 'b']))).toEqual([
    ...['ute', 'verdict', 'again', 'start'],
    ...['glad hidden', 'trygg hidden', 'delvis hidden'],
  ]);
});

test.each([
  ['what is put in order', anOrder({ items: ['a', 'b', 'c'].map((id) => ({ id, text: `Ring {{leder}} ${id}` })) })],
  ['pairs', aMatching({ targets: ['1', '2'].map((id) => ({ id, text: `{{leder}} ${id}` })) })],
  ['a scenario', aScenario({ situations: aWay('Hos {{leder}}', 'Ring {{leder}}') })],
])('a local fact is never shown raw in %s', (_, question) => {
  const text = form(question);
  expect(text).toContain('lederen din');
  expect(text).not.toContain('{{');
});

function aWay(title: string, text: string) {
  const ending = { id: 'slutt', title, text: '', steps: [], points: 1 };
  return [{ id: 'start', title: '', text: '', points: 0, steps: [{ id: 'a', text, to: 'slutt' }] }, ending];
}
