import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Course } from '../course/course.js';
import type { Statement } from '../xapi/statement.js';
import { statementFaults } from '../xapi/statement-faults.js';
import { noCompletion } from './completion.js';
import { completionWith } from './completion-from-statements.js';
import { eventFromStatement } from './event-from-statement.js';
import { earlierStatements, type GuideRun, guideStatements, startStatements } from './guide-statements.js';
import type { LearnerEvent } from './learner-event.js';
import { emptyRecord, recorded } from './recording.js';
import { standing } from './standing.js';
import { progressExtension } from './verbs.js';

const question = { prompt: 'Hva?', points: 1, tries: 2 };
const course: Course = {
  slug: 'brann',
  minutes: 5,
  licence: 'CC-BY-4.0',
  publisher: 'Solvik',
  topics: ['brann'],
  passMark: 0.5,
  media: [],
  editions: [
    {
      language: 'nb',
      title: 'Brann',
      summary: 'Om brann',
      sources: [],
      introduction: [],
      lessons: [
        {
          id: 'en',
          title: 'En',
          blocks: [
            {
              kind: 'question',
              id: 'b1',
              question: {
                kind: 'multiple',
                id: 'flere',
                ...question,
                choices: [
                  { id: 'a', text: 'A', correct: true },
                  { id: 'b', text: 'B', correct: true },
                  { id: 'c', text: 'C', correct: false },
                ],
              },
            },
          ],
        },
        {
          id: 'to',
          title: 'To',
          blocks: [
            { kind: 'question', id: 'b2', question: { kind: 'fill-in', id: 'nummer', ...question, accepted: ['110'] } },
            {
              kind: 'declaration',
              id: 'b3',
              declaration: { id: 'lest', title: 'Lest', text: 'Jeg har lest.', confirm: 'Ja' },
            },
          ],
        },
      ],
    },
  ],
};

const run: GuideRun = {
  course,
  iri: 'https://kurs.example.no/kurs/brann',
  revision: 'f'.repeat(64),
  registration: '5d1b9a3e-1b8f-4c43-9c1e-3a2c2a0b7f10',
  actor: { objectType: 'Agent', account: { homePage: 'https://kurs.example.no', name: '310000012:x' } },
};

const anEvent: fc.Arbitrary<LearnerEvent> = fc
  .tuple(
    fc.uuid(),
    fc.integer({ min: 0, max: 20 }).map((second) => new Date(Date.UTC(2026, 10, 21, 10, 0, second)).toISOString()),
    fc.oneof(
      fc.record({ kind: fc.constant('opened' as const), lesson: fc.constantFrom('en', 'to') }),
      fc.record({
        kind: fc.constant('answered' as const),
        question: fc.constant('flere'),
        response: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('answered' as const),
        question: fc.constant('nummer'),
        response: fc.tuple(fc.oneof(fc.constant('110'), fc.constant('a[,]b'), fc.string({ minLength: 1 }))),
      }),
      fc.record({ kind: fc.constant('declared' as const), declaration: fc.constant('lest') }),
      fc.record({ kind: fc.constant('restarted' as const) }),
    ),
  )
  .map(([id, at, what]) => ({ id, at, ...what }));

const events = fc.uniqueArray(anEvent, { maxLength: 25, selector: ({ id }) => id });

/** Everything said while these events arrive, in this order. */
function said(list: LearnerEvent[]): Statement[] {
  let record = emptyRecord;
  return list.flatMap((event) => {
    const before = standing(course, record);
    record = recorded(record, event);
    return guideStatements(run, {
      event,
      record,
      before,
      after: standing(course, record),
      idOf: (name) => idFrom(`${event.id}${name}`),
    });
  });
}

const idFrom = (seed: string) => {
  let hash = 0;
  for (const letter of seed) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return `00000000-0000-4000-8000-${hash.toString(16).padStart(12, '0')}`;
};

const recordFrom = (statements: Statement[]) =>
  statements.reduce((record, statement) => {
    const event = eventFromStatement(statement);
    return event ? recorded(record, event) : record;
  }, emptyRecord);

const shuffledTwice = (list: Statement[], seed: number) =>
  [...list, ...list]
    .map((statement, index) => ({ statement, order: Math.sin((index + 1) * (seed + 1)) }))
    .sort((a, b) => a.order - b.order)
    .map(({ statement }) => statement);

test('events → statements → record is the record, in any order and with duplicates', () => {
  fc.assert(
    fc.property(events, fc.nat(), (list, seed) => {
      const record = list.reduce((so, event) => recorded(so, event), emptyRecord);
      expect(recordFrom(shuffledTwice(said(list), seed))).toEqual(record);
    }),
  );
});

test('every statement is valid in both versions, and says who, where and in which version of the guide', () => {
  fc.assert(
    fc.property(events, (list) => {
      for (const statement of said(list)) {
        expect(statementFaults(statement, '1.0.3')).toEqual([]);
        expect(statementFaults(statement, '2.0.0')).toEqual([]);
        expect(statement.context).toMatchObject({ registration: run.registration, revision: run.revision });
      }
    }),
  );
  const started = startStatements(run, '2026-11-21T10:00:00.000Z', idFrom);
  const earlier = earlierStatements(run, { completedAt: '2020-01-01T10:00:00.000Z', scaled: 0.8 }, idFrom);
  for (const statement of [...started, ...earlier]) expect(statementFaults(statement, '2.0.0')).toEqual([]);
});

test('the completion says what the standing says, in any order and with duplicates, and never goes back', () => {
  fc.assert(
    fc.property(events, fc.nat(), (list, seed) => {
      const statements = said(list).filter(({ object }) => 'id' in object && object.id === run.iri);
      const folded = statements.reduce(completionWith, noCompletion);
      expect(shuffledTwice(statements, seed).reduce(completionWith, noCompletion)).toEqual(folded);
      let record = emptyRecord;
      let [completed, passed] = [false, false];
      for (const event of list) {
        record = recorded(record, event);
        const now = standing(course, record);
        completed ||= now.completed;
        passed ||= now.success === 'passed';
      }
      expect([folded.completed, folded.success === 'passed']).toEqual([completed, passed]);
    }),
  );
});

test('every further statement only adds', () => {
  fc.assert(
    fc.property(events, fc.nat(), (list, seed) => {
      let so = noCompletion;
      for (const statement of shuffledTwice(said(list), seed)) {
        const next = completionWith(so, statement);
        expect(next.completed || !so.completed).toBe(true);
        expect(next.progress).toBeGreaterThanOrEqual(so.progress);
        expect(next.scoreBest ?? -2).toBeGreaterThanOrEqual(so.scoreBest ?? -2);
        if (so.success === 'passed') expect(next.success).toBe('passed');
        so = next;
      }
    }),
  );
});

describe('a run through the guide', () => {
  const at = (second: number) => `2026-11-21T10:00:0${second}.000Z`;
  const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
  const whole: LearnerEvent[] = [
    { kind: 'opened', id: id(1), at: at(1), lesson: 'en' },
    { kind: 'answered', id: id(2), at: at(2), question: 'flere', response: ['a', 'b'] },
    { kind: 'opened', id: id(3), at: at(3), lesson: 'to' },
    { kind: 'answered', id: id(4), at: at(4), question: 'nummer', response: ['112'] },
    { kind: 'declared', id: id(5), at: at(5), declaration: 'lest' },
  ];

  test('says each event under its own id, and then what followed from it', () => {
    const verbs = said(whole).map(({ verb }) => verb.id.split('/').at(-1));
    expect(verbs).toEqual([
      ...['experienced', 'progressed', 'responded', 'progressed', 'experienced', 'progressed'],
      ...['responded', 'progressed', 'passed', 'confirm', 'progressed', 'completed'],
    ]);
    const [, , answer, progressed] = said(whole);
    expect(answer).toMatchObject({
      id: id(2),
      result: { response: 'a[,]b', success: true, score: { scaled: 1, raw: 1 } },
    });
    expect(progressed?.result?.extensions).toEqual({ [progressExtension]: 40 });
  });

  test('a retry changes nothing: the same cause has the same ids', () => {
    expect(said(whole)).toEqual(said(whole));
  });

  test('below the pass mark it is failed, and may be passed after a restart', () => {
    const wrong = whole.map((event) =>
      event.kind === 'answered' && event.question === 'flere' ? { ...event, response: ['c'] } : event,
    );
    const again: LearnerEvent[] = [
      { kind: 'restarted', id: id(6), at: at(6) },
      { kind: 'answered', id: id(7), at: at(7), question: 'flere', response: ['b', 'a'] },
      { kind: 'answered', id: id(8), at: at(8), question: 'nummer', response: ['110'] },
    ];
    const fold = (list: LearnerEvent[]) =>
      said(list)
        .filter(({ object }) => 'id' in object && object.id === run.iri)
        .reduce(completionWith, noCompletion);
    expect(fold(wrong)).toMatchObject({ completed: false, success: 'failed', scoreBest: 0 });
    expect(fold([...wrong, ...again])).toMatchObject({
      completed: true,
      completedAt: at(8),
      success: 'passed',
      scoreBest: 1,
      scoreLast: 1,
      progress: 1,
    });
  });
});
