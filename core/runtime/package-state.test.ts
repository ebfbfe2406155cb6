import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aCourse,
  aDeclaration,
  aLesson,
  anEdition,
  asking,
  questionOfEachKind,
} from '../../test/builders/course-builder.js';
import type { Course } from '../course/course.js';
import { languages } from '../course/language.js';
import { drawnFor } from './drawing.js';
import { tidied } from './event-fault.js';
import type { LearnerEvent } from './learner-event.js';
import { packedState, unpackedState } from './package-state.js';
import { emptyRecord, recorded } from './recording.js';
import { responseFault } from './response.js';
import { standing } from './standing.js';
import { largestState } from './state-size.js';

/** With more to remember about each: three tries, and two hints that cost something. */
const questions = Object.values(questionOfEachKind).map((question) => ({
  ...question,
  ...{ tries: 3, hints: ['Tenk.', 'Tenk en gang til.'], hintCost: 1 },
}));
const [first, ...rest] = questions;
const course: Course = aCourse({
  passMark: 0.6,
  editions: [
    anEdition({
      introduction: [asking(first!)],
      lessons: [
        aLesson({ blocks: rest.map(asking) }),
        aLesson({ id: 'slutt', title: 'Slutt', blocks: [aDeclaration(), aDeclaration('en-til')] }),
      ],
    }),
  ],
});

const letters = fc.constantFrom('a', 'b', 'c');
const word = fc.oneof(
  fc.constantFrom('110', ' 110. ', 'én én null | ; : , !', 'en '.repeat(40), 'x'.repeat(300), '\ud800'),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const responses = {
  single: letters.map((one) => [one]),
  multiple: fc.uniqueArray(letters, { minLength: 1 }),
  'true-false': fc.boolean().map((one) => [String(one)]),
  'fill-in': word.map((one) => [one]),
  numeric: fc.constantFrom('37,5', '38 °C', '-1', '123456789012,123456789012').map((one) => [one]),
  sequencing: fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 3 }),
  matching: fc
    .tuple(...['a', 'b', 'c'].map((item) => fc.constantFrom('1', '2').map((target) => `${item}.${target}`)))
    .map((pairs) => pairs),
  scenario: fc.constantFrom(['a'], ['a', 'a'], ['b']),
} satisfies { [K in keyof typeof questionOfEachKind]: fc.Arbitrary<string[]> };

const answered = fc
  .constantFrom(...questions)
  .chain((question) =>
    responses[question.kind]
      .filter((response) => responseFault(question, response) === null)
      .map((response) => ({ kind: 'answered' as const, question: question.id, response })),
  );
const other = fc.constantFrom(
  ...(['alarmen', 'slutt', 'borte'] as const).map((lesson) => ({ kind: 'opened' as const, lesson })),
  { kind: 'declared', declaration: 'erklaering' } as const,
  { kind: 'declared', declaration: 'en-til' } as const,
  { kind: 'hinted', question: 'royk', hint: 1 } as const,
  { kind: 'hinted', question: 'kjoleskap', hint: 2 } as const,
  { kind: 'hinted', question: 'naboen', hint: 1 } as const,
);
const restarted = fc.constant({ kind: 'restarted' } as const);
const happening = fc.oneof(
  { weight: 12, arbitrary: answered },
  { weight: 5, arbitrary: other },
  { weight: 1, arbitrary: restarted },
);
const happenings = fc.array(happening, { maxLength: 60 });

type Happening = LearnerEvent extends infer E ? (E extends LearnerEvent ? Omit<E, 'id' | 'at'> : never) : never;

/** One a second from `start` on. */
function events(list: readonly Happening[], start: number): LearnerEvent[] {
  return list.map((one, index) => {
    const id = `00000000-0000-4000-9000-${String(start + index).padStart(12, '0')}`;
    const event = { ...one, id, at: new Date(1_770_000_000_000 + (start + index) * 1000).toISOString() };
    return tidied(course, event);
  });
}

const seed = '5f0c0a6e9d31';
function back(text: string) {
  const state = unpackedState(course, text);
  if (!state) throw new Error(`Not ours: ${text}`);
  return state;
}

it('brings the learner back to the same standing, whatever has happened and whatever happens next', () => {
  fc.assert(
    fc.property(happenings, happenings, fc.constantFrom(null, ...languages), (before, after, language) => {
      const record = events(before, 0).reduce(recorded, emptyRecord);
      const text = packedState(course, { seed, language, record });
      const state = back(text);
      expect(state).toMatchObject({ seed, language });
      expect(standing(course, state.record)).toEqual(seen(standing(course, record)));
      const place = record.place?.lesson === 'borte' ? undefined : record.place?.lesson;
      expect(state.record.place?.lesson).toBe(place);
      expect(state.record.declared).toEqual(record.declared);
      expect(packedState(course, state)).toBe(packedState(course, { ...state, ...back(packedState(course, state)) }));
      const later = events(after, 1000);
      expect(standing(course, later.reduce(recorded, state.record))).toEqual(
        seen(standing(course, later.reduce(recorded, record))),
      );
    }),
    { numRuns: 300 },
  );
});

/** A written answer comes back cut where it was long; that is all that may differ. */
function seen(known: ReturnType<typeof standing>): unknown {
  const written = known.questions['nummer'];
  if (!written?.response || (written.response[0] ?? '').length <= 40) return known;
  return { ...known, questions: { ...known.questions, nummer: { ...written, response: [expect.any(String)] } } };
}

it('is ASCII, and never longer than the worst case says', () => {
  const largest = largestState(course);
  fc.assert(
    fc.property(happenings, (list) => {
      const record = events(list, 0).reduce(recorded, emptyRecord);
      const text = packedState(course, { seed, language: 'nb', record });
      expect(text).toMatch(/^[\x21-\x7e]*$/u);
      expect(text.length).toBeLessThanOrEqual(largest);
    }),
    { numRuns: 300 },
  );
});

it('holds the worst case to what can be drawn together', () => {
  const drawing = { ...course, editions: [anEdition({ lessons: [aLesson({ blocks: rest.map(asking), draw: 2 })] })] };
  const all = { ...course, editions: [anEdition({ lessons: [aLesson({ blocks: rest.map(asking) })] })] };
  expect(largestState(drawing)).toBeLessThan(largestState(all));
  for (const own of ['a', 'b', 'c', 'd'])
    expect(largestState(drawnFor(drawing, own))).toBeLessThanOrEqual(largestState(drawing));
});

it('keeps what is known when the next version has moved, added and dropped parts', () => {
  const record = events(
    [
      { kind: 'opened', lesson: 'alarmen' },
      { kind: 'answered', question: 'royk', response: ['b'] },
      { kind: 'answered', question: 'olje', response: ['false'] },
    ],
    0,
  ).reduce(recorded, emptyRecord);
  const text = packedState(course, { seed, language: null, record });
  const { sequencing, single } = questionOfEachKind;
  const next = aCourse({
    editions: [anEdition({ lessons: [aLesson({ id: 'ny' }), aLesson({ blocks: [sequencing, single].map(asking) })] })],
  });
  const state = unpackedState(next, text);
  expect(Object.keys(state?.record.opened ?? {})).toEqual(['alarmen']);
  expect(state?.record.answers).toMatchObject([{ question: 'royk', response: ['b'] }]);
});

it('takes nothing for a state that is not one', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `1|nb|seed|${text}`),
      ),
      (text) => {
        const state = unpackedState(course, text);
        expect(() => state && standing(course, state.record)).not.toThrow();
      },
    ),
  );
  for (const text of ['', '1', '2|nb|x|0||0|||', '{"record":{}}']) expect(unpackedState(course, text)).toBeNull();
});
