import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  aClaim,
  aCourse,
  aCourseOfEveryKind,
  aDeclaration,
  aFillIn,
  aLesson,
  aMatching,
  anEdition,
  aNumber,
  anOrder,
  aQuestion,
  aScenario,
  asking,
  aText,
} from '../../test/builders/course-builder.js';
import { anEditOf } from '../../test/builders/edited-course.js';
import { anAnswerTo } from '../../test/builders/history-builder.js';
import { answered, aRecord } from '../../test/builders/event-builder.js';
import type { Block, Course } from '../course/course.js';
import { languages } from '../course/language.js';
import { blocksOf, mainEdition, questionsOf } from '../course/course-parts.js';
import type { Question } from '../course/question.js';
import { questionChange } from '../course/question-change.js';
import { carriedOver } from '../runtime/carrying-over.js';
import { isRight } from '../runtime/marking.js';
import { reasonIn } from './change-words.js';
import { changesBetween, proposedRedo, unknownRedo, versionChangeSchema } from './version-changes.js';

const courseOf = (...blocks: Block[]) => aCourse({ editions: [anEdition({ lessons: [aLesson({ blocks })] })] });
const changeOf = (before: Block, after: Block) => changesBetween(courseOf(before), courseOf(after))[0];
const whyOf = (before: Question, after: Question) => {
  const change = changeOf(asking(before), asking({ ...after, id: before.id }));
  return change && [change.kind, change.why, change.proposal];
};
const choices = (...texts: string[]) =>
  texts.map((text, index) => ({ id: 'abcde'[index] ?? '', text: text.replace('*', ''), correct: text.endsWith('*') }));

describe('what has become of a question', () => {
  const asked = { choices: choices('Leter etter røyken', 'Ringer 110*', 'Åpner vinduet') };
  const alarm = aQuestion(asked);
  const of = (...texts: string[]) => aQuestion({ choices: choices(...texts) });
  test.each([
    ['nothing', alarm, alarm, undefined],
    [
      'words',
      alarm,
      aQuestion({ ...asked, prompt: 'Du kjenner røyklukt. Hva gjør du først?' }),
      ['cosmetic', 'words', 'keep'],
    ],
    [
      'an answer in other words',
      alarm,
      of('Leter etter røyk', 'Ringer til 110*', 'Åpner vinduet'),
      ['cosmetic', 'words', 'keep'],
    ],
    ['another order', alarm, of('Ringer 110*', 'Åpner vinduet', 'Leter etter røyken'), ['cosmetic', 'order', 'keep']],
    [
      'another right answer',
      alarm,
      of('Leter etter røyken*', 'Ringer 110', 'Åpner vinduet'),
      ['changed', 'key', 'redo'],
    ],
    ['one wrong answer fewer', alarm, of('Leter etter røyken', 'Ringer 110*'), ['changed', 'alternatives', 'keep']],
    [
      'another number to ring',
      alarm,
      of('Leter etter røyken', 'Ringer 113*', 'Åpner vinduet'),
      ['changed', 'alternatives', 'redo'],
    ],
    ['another task', alarm, aQuestion({ ...asked, prompt: 'Hva gjør du aldri?' }), ['changed', 'rewritten', 'redo']],
    [
      'a «not»',
      aClaim({ prompt: 'Olje slokkes med vann.' }),
      aClaim({ prompt: 'Olje slokkes ikke med vann.' }),
      ['changed', 'rewritten', 'redo'],
    ],
    ['another kind', alarm, aClaim(), ['changed', 'kind', 'redo']],
    ['more points', alarm, aQuestion({ ...asked, points: 2 }), ['changed', 'price', 'keep']],
    ['true for false', aClaim(), aClaim({ answer: true }), ['changed', 'key', 'redo']],
    ['one more text', aFillIn(), aFillIn({ accepted: ['110', 'en en null', 'brann'] }), ['changed', 'wider', 'keep']],
    ['one text fewer', aFillIn(), aFillIn({ accepted: ['110'] }), ['changed', 'key', 'redo']],
    ['more tolerance', aNumber(), aNumber({ tolerance: 2 }), ['changed', 'wider', 'keep']],
    ['less tolerance', aNumber(), aNumber({ tolerance: 0 }), ['changed', 'key', 'redo']],
    ['another unit', aNumber(), aNumber({ unit: 'K' }), ['changed', 'key', 'redo']],
    ['an order turned round', anOrder(), anOrder({ order: ['c', 'b', 'a'] }), ['changed', 'key', 'redo']],
    [
      'another pair',
      aMatching(),
      aMatching({
        items: [
          { id: 'a', text: 'gryte', target: '2' },
          { id: 'b', text: 'papir', target: '2' },
          { id: 'c', text: 'gardin', target: '2' },
        ],
      }),
      ['changed', 'key', 'redo'],
    ],
    [
      'another way',
      aScenario(),
      aScenario({
        situations: [
          { id: 'start', title: '', text: '', points: 0, steps: [{ id: 'a', text: 'Ja', to: 'slutt' }] },
          { id: 'slutt', title: 'Slutt', text: '', points: 3, steps: [] },
        ],
      }),
      ['changed', 'alternatives', 'redo'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(whyOf(before, after)).toEqual(expected);
  });

  test('cosmetic or «wider» never makes a right answer wrong, and cosmetic no wrong answer right', () => {
    const course = aCourseOfEveryKind();
    fc.assert(
      fc.property(
        anEditOf(course).chain((after) => {
          const asked = questionsOf(mainEdition(course));
          return fc
            .constantFrom(...asked)
            .chain((one) => fc.tuple(fc.constant(after), fc.constant(one), anAnswerTo(one)));
        }),
        ([after, before, response]) => {
          const now = questionsOf(mainEdition(after)).find(({ id }) => id === before.id);
          if (!now) return;
          const { kind, proposal } = questionChange(before, now);
          const step = { before: course, after, redo: [] };
          const carried = carriedOver(aRecord(answered(before.id, ...response)), step).answers[0]?.response;
          if (kind === 'changed' && proposal === 'redo') return;
          if (carried === undefined) return;
          if (isRight(before, response)) expect(isRight(now, carried)).toBe(true);
          else if (kind !== 'changed') expect(isRight(now, carried)).toBe(false);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('what has become of a guide', () => {
  test('nothing, when it is the same; and what came one way goes the other way', () => {
    const course = aCourseOfEveryKind();
    fc.assert(
      fc.property(anEditOf(course), (after) => {
        expect(changesBetween(after, after)).toEqual([]);
        const there = changesBetween(course, after);
        const back = changesBetween(after, course);
        const ids = (all: typeof there, kind: string) =>
          all.filter((one) => one.kind === kind && one.part !== 'guide').map(({ id, part }) => `${part} ${id}`);
        expect(ids(there, 'added').sort()).toEqual(ids(back, 'removed').sort());
        expect(ids(there, 'removed').sort()).toEqual(ids(back, 'added').sort());
        const redo = proposedRedo(course, there);
        expect(unknownRedo(course, after, redo)).toEqual([]);
        for (const change of there) {
          versionChangeSchema.parse(change);
          for (const language of languages) expect(reasonIn(language, change)).toMatch(/\.$/u);
        }
        const known = new Set([course, after].flatMap((one) => blocksOf(mainEdition(one)).map(({ id }) => id)));
        expect(there.filter(({ part, id }) => part === 'block' && !known.has(id))).toEqual([]);
      }),
    );
  });

  test('a declaration that says something else is to be signed again; a comma is a comma', () => {
    const declaration = aDeclaration();
    if (declaration.kind !== 'declaration') throw new Error('no declaration');
    const saying = (text: string) => ({ ...declaration, declaration: { ...declaration.declaration, text } });
    expect(changeOf(declaration, saying('Jeg har taushetsplikt'))).toMatchObject({ kind: 'cosmetic' });
    expect(changeOf(declaration, saying('Jeg har ikke taushetsplikt.'))).toMatchObject({
      why: 'text',
      proposal: 'redo',
    });
  });

  test('a picture with the same name and other bytes is another picture', () => {
    const figure: Block = { kind: 'figure', id: 'plan', src: 'media/plan.svg', alt: 'Rømningsplan' };
    const withFile = (hash: string): Course => ({
      ...courseOf(figure),
      media: [{ path: 'media/plan.svg', hash: hash.repeat(64), bytes: 1, type: 'image/svg+xml' }],
    });
    expect(changesBetween(withFile('a'), withFile('b'))).toMatchObject([
      { id: 'plan', why: 'media', kind: 'cosmetic' },
    ]);
  });

  test('a translation alone costs nobody anything', () => {
    const english = (markdown: string) =>
      aCourse({
        editions: [
          anEdition({ lessons: [aLesson()] }),
          anEdition({ language: 'en', lessons: [aLesson({ blocks: [aText(markdown)] })] }),
        ],
      });
    expect(changesBetween(english('Get out.'), english('Leave at once.'))).toMatchObject([
      { id: 'tekst', why: 'translation', kind: 'cosmetic' },
    ]);
    expect(changesBetween(english('Out.'), aCourse({ editions: [anEdition({ lessons: [aLesson()] })] }))).toMatchObject(
      [{ part: 'guide', kind: 'removed', why: 'fewer-languages' }],
    );
  });

  test('more than half to be done again is the whole guide', () => {
    const before = courseOf(asking(aClaim({ id: 'a' })), asking(aClaim({ id: 'b' })), asking(aClaim({ id: 'c' })));
    const turned = (...ids: string[]) =>
      courseOf(...['a', 'b', 'c'].map((id) => asking(aClaim({ id, answer: ids.includes(id) }))));
    const proposed = (after: Course) => proposedRedo(before, changesBetween(before, after));
    expect(proposed(turned('a'))).toEqual(['a']);
    expect(proposed(turned('a', 'c'))).toBe('all');
    expect(unknownRedo(before, turned('a'), ['a', 'finnes-ikke', 'tekst'])).toEqual(['finnes-ikke', 'tekst']);
  });
});
