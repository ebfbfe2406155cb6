import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  aClaim,
  aCourse,
  aCourseOfEveryKind,
  aLesson,
  anEdition,
  aQuestion,
  asking,
} from '../../test/builders/course-builder.js';
import { anEditOf } from '../../test/builders/edited-course.js';
import { answered, aRecord, declared, opened } from '../../test/builders/event-builder.js';
import { aHistoryIn } from '../../test/builders/history-builder.js';
import { changesBetween, proposedRedo } from '../catalogue/version-changes.js';
import type { Course } from '../course/course.js';
import { declarationsOf, mainEdition, practicalTasksOf, questionsOf } from '../course/course-parts.js';
import { carriedOver, stillAsked, type VersionStep } from './carrying-over.js';
import { drawnFor } from './drawing.js';
import type { RecordEvent } from './learner-event.js';
import { type LearnerRecord, learnerRecordSchema } from './learner-record.js';
import { rightResponse } from './model-responses.js';
import { emptyRecord, mergedRecords, recorded } from './recording.js';
import { type Missing, standing } from './standing.js';

const course = aCourseOfEveryKind();
const seed = 'et-løp';
const runs = { numRuns: 300 };

/** A learner's history with a time of its own for every event, three versions, and what the author wants done again. */
const aStory = fc
  .tuple(aHistoryIn(drawnFor(course, seed)), anEditOf(course), fc.nat(4))
  .chain(([events, second, often]) =>
    fc.record({
      events: fc.constant(events.map((event, index) => ({ ...event, at: new Date(index * 1000).toISOString() }))),
      second: fc.constant(second),
      third: anEditOf(second),
      redo: fc.subarray(doneIn(course)).map((ids) => (often > 2 ? ids : [])),
    }),
  );

function doneIn(one: Course): string[] {
  const edition = mainEdition(one);
  const parts = [...edition.lessons, ...questionsOf(edition), ...declarationsOf(edition), ...practicalTasksOf(edition)];
  return parts.map(({ id }) => id);
}

const recordOf = (events: readonly RecordEvent[]) => events.reduce(recorded, emptyRecord);

function idOf(missing: Missing): string {
  switch (missing.kind) {
    case 'lesson':
      return missing.lesson;
    case 'question':
      return missing.question;
    case 'declaration':
      return missing.declaration;
    case 'task':
      return missing.task;
    case 'pass-mark':
      return '';
  }
}

/** Everything a learner has behind them in the course as it was drawn. */
function behind(
  drawn: Course,
  record: LearnerRecord,
): { done: string[]; right: string[]; points: Map<string, number> } {
  const { missing, questions } = standing(drawn, record);
  const left = new Set(missing.map(idOf));
  const ids = new Set(questionsOf(mainEdition(drawn)).map(({ id }) => id));
  const done = doneIn(drawn).filter((id) => !left.has(id) && (!ids.has(id) || questions[id]?.response !== null));
  const right = Object.entries(questions).flatMap(([id, one]) => (one.right ? id : []));
  const points = new Map(
    questionsOf(mainEdition(drawn)).map(({ id, points: all }) => [id, (questions[id]?.points ?? 0) / all]),
  );
  return { done, right, points };
}

describe('a new version', () => {
  test('takes nothing from anybody but what the author wants done again', () => {
    fc.assert(
      fc.property(aStory, ({ events, second, redo }) => {
        const record = recordOf(events);
        const drawn = drawnFor(course, seed);
        const carried = carriedOver(record, { before: course, after: second, redo });
        const met = stillAsked(drawn, second, carried);
        const now = drawnFor(second, seed, met);
        const [was, is] = [behind(drawn, record), behind(now, carried)];
        const asked = new Set(doneIn(now));
        const stays = (id: string) => asked.has(id) && !redo.includes(id);
        expect(is.done).toEqual(expect.arrayContaining(was.done.filter(stays)));
        expect(is.right).toEqual(expect.arrayContaining(was.right.filter(stays)));
        for (const [id, share] of was.points)
          if (stays(id)) expect(is.points.get(id)).toBeGreaterThanOrEqual(share - 1e-9);
        for (const id of redo) expect(is.done).not.toContain(id);
        learnerRecordSchema.parse(carried);
      }),
      runs,
    );
  });

  test('leaves whoever has finished with nothing but what is new', () => {
    fc.assert(
      fc.property(anEditOf(course), (second) => {
        const drawn = drawnFor(course, seed);
        const record = finished(drawn);
        expect(standing(drawn, record).completed).toBe(true);
        const carried = carriedOver(record, { before: course, after: second, redo: [] });
        const now = drawnFor(second, seed, stillAsked(drawn, second, carried));
        const left = standing(now, carried).missing.map(idOf);
        expect(left.filter((id) => doneIn(drawn).includes(id))).toEqual([]);
      }),
      runs,
    );
  });

  test('that is the same, changes nothing; and every part carried by itself is the whole carried', () => {
    fc.assert(
      fc.property(aStory, fc.nat(40), ({ events, second, third, redo }, late) => {
        const record = recordOf(events);
        const step: VersionStep = { before: course, after: second, redo };
        const carried = carriedOver(record, step);
        expect(carriedOver(carried, { before: second, after: second, redo: [] })).toEqual(carried);
        const [soon, after] = [events.slice(0, late), events.slice(late)];
        const inParts = after.reduce(
          (so, event) => mergedRecords(so, carriedOver(recordOf([event]), step)),
          carriedOver(recordOf(soon), step),
        );
        expect(inParts).toEqual(carried);
        const further: VersionStep = { before: second, after: third, redo: [] };
        const twice = after.reduce(
          (so, event) => mergedRecords(so, carriedOver(carriedOver(recordOf([event]), step), further)),
          carriedOver(carriedOver(recordOf(soon), step), further),
        );
        expect(twice).toEqual(carriedOver(carried, further));
      }),
      runs,
    );
  });

  test('draws what was drawn, and the answered first where fewer are drawn', () => {
    const poolOf = (size: number, draw: number) => {
      const blocks = Array.from({ length: size }, (_, index) => asking(aClaim({ id: `p-${index}` })));
      return aCourse({ editions: [anEdition({ lessons: [aLesson({ blocks, draw })] })] });
    };
    const idsIn = (one: Course) => questionsOf(mainEdition(one)).map(({ id }) => id);
    const before = poolOf(10, 3);
    fc.assert(
      fc.property(fc.uuid(), fc.nat(2), fc.integer({ min: 1, max: 6 }), (run, which, draw) => {
        const drawn = drawnFor(before, run);
        const met = idsIn(drawn);
        const answer = met[which] ?? '';
        const after = poolOf(20, draw);
        const carried = carriedOver(aRecord(answered(answer, 'false')), { before, after, redo: [] });
        const now = idsIn(drawnFor(after, run, stillAsked(drawn, after, carried)));
        expect(now).toHaveLength(draw);
        expect(now).toContain(answer);
        expect(now.filter((id) => met.includes(id))).toHaveLength(Math.min(3, draw));
      }),
    );
  });

  test('finds the nearest lesson that is left', () => {
    const lessons = ['en', 'to', 'tre'].map((id) => aLesson({ id }));
    const of = (...ids: string[]) =>
      aCourse({ editions: [anEdition({ lessons: lessons.filter(({ id }) => ids.includes(id)) })] });
    const before = of('en', 'to', 'tre');
    const placeIn = (after: Course, lesson: string) =>
      carriedOver(aRecord(opened(lesson)), { before, after, redo: [] }).place?.lesson;
    expect(placeIn(of('en', 'tre'), 'to')).toBe('en');
    expect(placeIn(of('tre'), 'to')).toBe('tre');
    expect(placeIn(of('en', 'to'), 'tre')).toBe('to');
    expect(placeIn(before, 'to')).toBe('to');
  });

  test('moves the letters of an answer with its words', () => {
    const question = aQuestion();
    if (question.kind !== 'single') throw new Error('no choices');
    const turned = [...question.choices].reverse().map((choice, index) => ({ ...choice, id: 'abc'[index] ?? '' }));
    const of = (choices: typeof turned) =>
      aCourse({ editions: [anEdition({ lessons: [aLesson({ blocks: [asking(aQuestion({ choices }))] })] })] });
    const step = { before: of(question.choices), after: of(turned), redo: [] };
    expect(carriedOver(aRecord(answered('royk', 'a')), step).answers).toMatchObject([{ response: ['c'] }]);
    expect(proposedRedo(step.before, changesBetween(step.before, step.after))).toEqual([]);
  });
});

/** Everything opened, answered right, confirmed and signed. */
function finished(drawn: Course): LearnerRecord {
  const edition = mainEdition(drawn);
  const signed = { kind: 'signed', by: '310000012:kari', approved: true } as const;
  return aRecord(
    ...edition.lessons.map(({ id }) => opened(id)),
    ...questionsOf(edition).map((question) => answered(question.id, ...rightResponse(question))),
    ...declarationsOf(edition).map(({ id }) => declared(id)),
    ...practicalTasksOf(edition).map(({ id }) => ({ ...signed, task: id })),
  );
}
