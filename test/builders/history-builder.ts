import type { Course } from '@kursdugnad/core/course/course.js';
import { declarationsOf, mainEdition, practicalTasksOf, questionsOf } from '@kursdugnad/core/course/course-parts.js';
import type { Question } from '@kursdugnad/core/course/question.js';
import type { LearnerResponse, RecordEvent } from '@kursdugnad/core/runtime/learner-event.js';
import { rightResponse, wrongResponse } from '@kursdugnad/core/runtime/model-responses.js';
import fc from 'fast-check';

type Happening = RecordEvent extends infer E ? (E extends RecordEvent ? Omit<E, 'id' | 'at'> : never) : never;

/** Any answer that may be given to the question, right and wrong ones as often as others. */
export function anAnswerTo(question: Question): fc.Arbitrary<LearnerResponse> {
  const known = [fc.constant(rightResponse(question)), fc.constant(wrongResponse(question))];
  return fc.oneof(...known, anyAnswerTo(question));
}

function anyAnswerTo(question: Question): fc.Arbitrary<LearnerResponse> {
  switch (question.kind) {
    case 'single':
      return fc.constantFrom(...question.choices).map(({ id }) => [id]);
    case 'multiple':
      return fc.subarray(
        question.choices.map(({ id }) => id),
        { minLength: 1 },
      );
    case 'true-false':
      return fc.boolean().map((says) => [String(says)]);
    case 'fill-in':
      return fc
        .oneof(
          fc.constant('a[,]b'),
          fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
        )
        .map((text) => [text]);
    case 'numeric':
      return fc.integer({ min: -30, max: 90 }).map((tenths) => [String(tenths / 10)]);
    case 'sequencing':
      return fc.shuffledSubarray(question.order, { minLength: question.order.length });
    case 'matching':
      return fc
        .tuple(...question.items.map(() => fc.constantFrom(...question.targets)))
        .map((targets) => question.items.map(({ id }, index) => `${id}.${targets[index]?.id}`));
    case 'scenario':
      return aWalk(question);
  }
}

/** A walk that may stop before an ending. */
function aWalk({ situations }: Extract<Question, { kind: 'scenario' }>): fc.Arbitrary<LearnerResponse> {
  const walks: string[][] = [];
  const follow = (id: string | undefined, letters: string[]): void => {
    if (letters.length > 0) walks.push(letters);
    for (const step of situations.find((one) => one.id === id)?.steps ?? []) follow(step.to, [...letters, step.id]);
  };
  follow(situations[0]?.id, []);
  return fc.constantFrom(...walks);
}

/** Anything that may happen to a learner's record in this course, as it was drawn. */
export function anEventIn(course: Course): fc.Arbitrary<RecordEvent> {
  const edition = mainEdition(course);
  const questions = questionsOf(edition);
  const happenings: fc.Arbitrary<Happening>[] = [
    ...edition.lessons.map(({ id }) => fc.constant({ kind: 'opened' as const, lesson: id })),
    ...questions.map((question) =>
      anAnswerTo(question).map((response) => ({ kind: 'answered' as const, question: question.id, response })),
    ),
    ...questions.flatMap(({ id, hints = [] }) =>
      hints.map((_text, index) => fc.constant({ kind: 'hinted' as const, question: id, hint: index + 1 })),
    ),
    ...declarationsOf(edition).map(({ id }) => fc.constant({ kind: 'declared' as const, declaration: id })),
    ...practicalTasksOf(edition).flatMap(({ id }): fc.Arbitrary<Happening>[] => [
      fc.constant({ kind: 'requested' as const, task: id }),
      fc
        .record({ by: fc.constantFrom('310000012:kari', '310000012:ola'), approved: fc.boolean() })
        .map((signed) => ({ kind: 'signed' as const, task: id, ...signed })),
    ]),
    fc.constant({ kind: 'restarted' as const }),
  ];
  const at = fc
    .integer({ min: 0, max: 30 })
    .map((second) => new Date(Date.UTC(2026, 10, 21, 10, 0, second)).toISOString());
  return fc.tuple(fc.uuid(), at, fc.oneof(...happenings)).map(([id, when, what]) => ({ id, at: when, ...what }));
}

/** A learner's whole history, in the order it arrives. */
export function aHistoryIn(course: Course, maxLength = 40): fc.Arbitrary<RecordEvent[]> {
  return fc.uniqueArray(anEventIn(course), { maxLength, selector: ({ id }) => id });
}

/** Everything twice and in another order. */
export function shuffledTwice<T>(list: readonly T[], seed: number): T[] {
  return [...list, ...list]
    .map((one, index) => ({ one, order: Math.sin((index + 1) * (seed + 1)) }))
    .sort((a, b) => a.order - b.order)
    .map(({ one }) => one);
}
