import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aCourseOfEveryKind, questionsOfEveryKind } from '../../test/builders/course-builder.js';
import { aHistoryIn, anAnswerTo, shuffledTwice } from '../../test/builders/history-builder.js';
import { courseSchema } from '../course/course.js';
import { outlineOf } from '../course/course-parts.js';
import type { Statement } from '../xapi/statement.js';
import { statementFaults } from '../xapi/statement-faults.js';
import { noCompletion } from './completion.js';
import { completionWith } from './completion-from-statements.js';
import { drawnFor } from './drawing.js';
import { eventFault } from './event-fault.js';
import { eventFromStatement } from './event-from-statement.js';
import { type GuideRun, guideStatements } from './guide-statements.js';
import { responseIn, responseText, interactionType } from './interaction.js';
import { learnerEventSchema, type RecordEvent } from './learner-event.js';
import { learnerRecordSchema, type LearnerRecord } from './learner-record.js';
import { isFinished, isRight, pointsFor } from './marking.js';
import { rightResponse, wrongResponse } from './model-responses.js';
import { emptyRecord, recorded } from './recording.js';
import { keptResponse, responseFault } from './response.js';
import { standing } from './standing.js';

const course = drawnFor(aCourseOfEveryKind(), 'r1');
const histories = aHistoryIn(course);
const run: GuideRun = {
  course,
  iri: 'https://kurs.example.no/kurs/brann',
  revision: 'f'.repeat(64),
  registration: '5d1b9a3e-1b8f-4c43-9c1e-3a2c2a0b7f10',
  actor: { objectType: 'Agent', account: { homePage: 'https://kurs.example.no', name: '310000012:x' } },
};

const fold = (events: readonly RecordEvent[]): LearnerRecord => events.reduce(recorded, emptyRecord);

/** Everything said while these events arrive, in this order. */
function said(list: readonly RecordEvent[]): Statement[] {
  let record = emptyRecord;
  return list.flatMap((event, index) => {
    const before = standing(course, record);
    record = recorded(record, event);
    const after = standing(course, record);
    const idOf = (name: string) => `00000000-0000-4000-8000-${String(index).padStart(6, '0')}${hex(name)}`;
    return guideStatements(run, { event, record, before, after, idOf });
  });
}
const hex = (name: string) =>
  [...name]
    .reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffffff, 7)
    .toString(16)
    .padStart(6, '0');

describe('with every kind of question', () => {
  test('a record is the same in any order and with repeats, and so is where the learner stands', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (events, seed) => {
        const record = fold(events);
        expect(fold(shuffledTwice(events, seed))).toEqual(record);
        expect(learnerRecordSchema.parse(record)).toEqual(record);
      }),
    );
  });

  test('events → statements → record is the record, in any order and with duplicates', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (events, seed) => {
        const found = shuffledTwice(said(events), seed).flatMap((statement) => eventFromStatement(statement) ?? []);
        expect(fold(found)).toEqual(fold(events));
      }),
    );
  });

  test('every statement is valid in both versions', () => {
    fc.assert(
      fc.property(histories, (events) => {
        for (const statement of said(events)) {
          expect(statementFaults(statement, '1.0.3')).toEqual([]);
          expect(statementFaults(statement, '2.0.0')).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('the completion says what the standing has said, in any order and with duplicates', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (events, seed) => {
        const about = said(events).filter(({ object }) => 'id' in object && object.id === run.iri);
        const folded = about.reduce(completionWith, noCompletion);
        expect(shuffledTwice(about, seed).reduce(completionWith, noCompletion)).toEqual(folded);
        const stood = events.map((_event, index) => standing(course, fold(events.slice(0, index + 1))));
        expect(folded.completed).toBe(stood.some(({ completed }) => completed));
        expect(folded.success === 'passed').toBe(stood.some(({ success }) => success === 'passed'));
      }),
      { numRuns: 50 },
    );
  });

  test('where the learner stands is within bounds, and the outline without prose says the same', () => {
    const outline = outlineOf(course);
    expect(courseSchema.safeParse(outline).error).toBeUndefined();
    expect(JSON.stringify(outline)).not.toContain('Vis det til lederen');
    fc.assert(
      fc.property(histories, (events) => {
        const now = standing(course, fold(events));
        expect(standing(outline, fold(events))).toEqual(now);
        expect(now.progress).toBeLessThanOrEqual(1);
        expect(now.score?.raw).toBeLessThanOrEqual(now.score?.max ?? 0);
        expect(now.score?.raw).toBeGreaterThanOrEqual(0);
        expect(now.completed && now.missing.length > 0).toBe(false);
        for (const one of Object.values(now.questions)) expect(one.triesLeft).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('all that a history is made of may happen; a sign-off is not among what a learner may send', () => {
    fc.assert(
      fc.property(histories, (events) => {
        for (const event of events) {
          if (event.kind === 'signed') expect(learnerEventSchema.safeParse(event).success).toBe(false);
          else expect([event, eventFault(course, learnerEventSchema.parse(event))]).toEqual([event, null]);
        }
      }),
    );
  });
});

describe.each(questionsOfEveryKind.map((question) => [question.kind, question] as const))('%s', (_kind, question) => {
  test('the right answer is right, the wrong one is not, and both may be given', () => {
    expect(isRight(question, rightResponse(question))).toBe(true);
    expect(isRight(question, wrongResponse(question))).toBe(false);
    for (const response of [rightResponse(question), wrongResponse(question)]) {
      expect(responseFault(question, response)).toBeNull();
      expect(isFinished(question, response)).toBe(true);
    }
  });

  test('any answer gives between none and all of the points, and is written and read back alike', () => {
    fc.assert(
      fc.property(anAnswerTo(question), (response) => {
        const points = pointsFor(question, response);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(question.points);
        expect(isRight(question, response)).toBe(points === question.points);
        expect(keptResponse(question, keptResponse(question, response))).toEqual(keptResponse(question, response));
        expect(responseIn(interactionType(question), responseText(question, response))).toEqual(response);
      }),
    );
  });

  test('whatever is sent, it is an answer or is refused with a reason', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 26 }), (response) => {
        if (responseFault(question, response) === null) pointsFor(question, keptResponse(question, response));
        expect(responseFault(question, [])).toBe('empty');
      }),
    );
  });
});
