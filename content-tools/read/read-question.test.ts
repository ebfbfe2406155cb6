import { expect, test } from '@jest/globals';
import { mainEdition, questionsOf } from '@kursdugnad/core/course/course-parts.js';
import type { Question, QuestionOf } from '@kursdugnad/core/course/question.js';
import { everyKindCourse } from '../../test/builders/every-kind.js';
import { numberAnswer } from './number-answer.js';
import { readCourseFiles } from './read-course.js';
import { aGuide, translated } from './rules/example.js';

/** The one question of a guide where nothing is wrong with it. */
function read<K extends Question['kind']>(kind: K, written: string): QuestionOf<K> {
  const { course, problems } = readCourseFiles('hender', aGuide(written).files);
  const [question] = course ? questionsOf(mainEdition(course)) : [];
  if (question?.kind !== kind) throw new Error(JSON.stringify(problems));
  return question as QuestionOf<K>;
}

test('the guide with every kind of question has them all, and no mistakes', async () => {
  const course = await everyKindCourse();
  const kinds = new Set(questionsOf(mainEdition(course)).map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual([
    ...['fill-in', 'matching', 'multiple', 'numeric', 'scenario', 'sequencing', 'single', 'true-false'],
  ]);
  expect(mainEdition(course).lessons.find(({ draw }) => draw !== undefined)).toMatchObject({ id: 'trekning', draw: 2 });
});

test('true or false', () => {
  const question = read(
    'true-false',
    '## Sant eller usant: Såpe hjelper. {#a poeng=2}\n\nTenk.\n\nSvar: Usant\n\n> Galt: Jo.',
  );
  expect(question).toMatchObject({ answer: false, tries: 1, points: 2, situation: 'Tenk.', whenWrong: 'Jo.' });
});

test('an order is as it is written, and a hint may stand anywhere', () => {
  const question = read(
    'sequencing',
    '## Rekkefølge: a {#a}\n\n> Hint: **En**.\n\n1. x\n2. *y*\n\n> Hint: To.\n\n> Fordi.',
  );
  expect(question).toMatchObject({
    ...{ order: ['a', 'b'], hints: ['**En**.', 'To.'], explanation: 'Fordi.' },
    items: [{ text: 'x' }, { text: '*y*' }],
  });
});

test('the same words to the right are one target', () => {
  const { items, targets } = read(
    'matching',
    '## Par: a {#a}\n\n| v | h |\n|---|---|\n| x | 1 |\n| y | 2 |\n| z | 1 |',
  );
  expect(items.map(({ target }) => target)).toEqual(['1', '2', '1']);
  expect(targets).toEqual([
    { id: '1', text: '1' },
    { id: '2', text: '2' },
  ]);
});

test('a scenario ends at the next heading of its own level, and its best ending says its points', () => {
  const body =
    '## Valg: a {#a forsok=3}\n\nNå.\n\n- [x](#godt)\n  > Hm.\n- [y](#darlig)\n\n### Slutt: Godt {#godt poeng=4}\n\n### Slutt: Dårlig\n\nAu.\n\n## Mer\n\nTekst.';
  const question = read('scenario', body);
  expect(question).toMatchObject({ points: 4, tries: 3 });
  expect(question.situations).toMatchObject([
    {
      id: 'start',
      text: 'Nå.',
      steps: [
        { id: 'a', to: 'godt', feedback: 'Hm.' },
        { id: 'b', to: 'darlig' },
      ],
    },
    { id: 'godt', title: 'Godt', points: 4, steps: [] },
    { id: 'darlig', text: 'Au.', points: 0 },
  ]);
});

test.each([
  ['37,5 ± 0,5 °C', { answer: 37.5, tolerance: 0.5, unit: '°C' }],
  ['37.5', { answer: 37.5, tolerance: 0 }],
  ['10 000 kroner', { answer: 10_000, tolerance: 0, unit: 'kroner' }],
  ['4 °C +/- 1 °C', { answer: 4, tolerance: 1, unit: '°C' }],
  ['−5 ± 2', { answer: -5, tolerance: 2 }],
  ['80 %', { answer: 80, tolerance: 0, unit: '%' }],
  ['fire', null],
  ['4 ± litt', null],
  ['4 m ± 1 s', null],
  ['4 eller 5', null],
])('%s as a number', (text, number) => {
  expect(numberAnswer(text)).toEqual(number);
});

test('a unit is understood as every edition of the guide writes it', () => {
  const asked = (unit: string) => `# Vask {#vask}\n\n## Tall: Kor lenge? {#lenge}\n\nSvar: 3 ${unit}`;
  const { files } = aGuide(asked('timer'), { 'guide.nn.md': `${translated}\n${asked('timar')}` });
  const { course } = readCourseFiles('hender', files);
  expect(course?.editions.flatMap(questionsOf)).toMatchObject([
    { unit: 'timer', otherUnits: ['timar'] },
    { unit: 'timar', otherUnits: ['timer'] },
  ]);
});
