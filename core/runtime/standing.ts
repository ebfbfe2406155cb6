import type { Course, Edition } from '../course/course.js';
import { declarationsOf, mainEdition, practicalTasksOf, questionsOf } from '../course/course-parts.js';
import type { Question } from '../course/question.js';
import type { LearnerResponse } from './learner-event.js';
import type { LearnerRecord } from './learner-record.js';
import { isFinished, pointsFor } from './marking.js';

export interface QuestionStanding {
  /** The last answer that counts, in this attempt. */
  response: LearnerResponse | null;
  right: boolean;
  tries: number;
  triesLeft: number;
  /** No further answer counts: right, or out of tries. */
  settled: boolean;
  /** Of the best answer, less what the hints before it cost. */
  points: number;
  /** A walk through a scenario that has not come to an ending; null where none is under way. */
  walk: LearnerResponse | null;
  /** The hints opened in this attempt that cost something: numbers from 1. */
  hints: number[];
}

/** How far a practical task has come: a leader approves it, or says not yet, and then it may be asked for again. */
export type TaskState = 'open' | 'requested' | 'returned' | 'approved';

/** What still stands between the learner and completion, in reading order. */
export type Missing =
  | { kind: 'lesson'; lesson: string }
  | { kind: 'question'; lesson: string | null; question: string }
  | { kind: 'declaration'; lesson: string | null; declaration: string }
  | { kind: 'task'; lesson: string | null; task: string; state: TaskState }
  | { kind: 'pass-mark'; scaled: number; passMark: number };

export interface Standing {
  /** 1 for the first run through the questions; one more for each restart. */
  attempt: number;
  questions: Record<string, QuestionStanding>;
  /** Fraction of lessons, questions, declarations and practical tasks done, 0 to 1. */
  progress: number;
  score: { raw: number; max: number; scaled: number } | null;
  /** Everything opened, answered, confirmed and signed off, and the pass mark reached where there is one. */
  completed: boolean;
  success: 'passed' | 'failed' | 'unknown';
  missing: Missing[];
  /** All questions are answered, but below the pass mark: they may be taken again. */
  mayRestart: boolean;
}

/**
 * Where a learner stands, from the record alone; `course` as it was drawn for this learner. Ids in the record that this
 * version does not have are passed over.
 */
export function standing(course: Course, record: LearnerRecord): Standing {
  const edition = mainEdition(course);
  const since = record.restarts.at(-1)?.at ?? '';
  const questions = Object.fromEntries(
    questionsOf(edition).map((question) => [question.id, questionStanding(question, record, since)]),
  );
  const undone = notDone(edition, record, questions);
  const signed = declarationsOf(edition).length + practicalTasksOf(edition).length;
  const parts = edition.lessons.length + Object.keys(questions).length + signed;
  const score = scoreOf(questionsOf(edition), questions);
  const answeredAll = !undone.some((missing) => missing.kind === 'question');
  const passed = course.passMark === undefined || score === null || score.scaled >= course.passMark - 1e-9;
  const scored = course.passMark !== undefined && score !== null && answeredAll;
  return {
    attempt: record.restarts.length + 1,
    questions,
    progress: parts === 0 ? 1 : (parts - undone.length) / parts,
    score,
    completed: undone.length === 0 && passed,
    success: !scored ? 'unknown' : passed ? 'passed' : 'failed',
    missing:
      undone.length === 0 && !passed && score
        ? [{ kind: 'pass-mark', scaled: score.scaled, passMark: course.passMark ?? 0 }]
        : undone,
    mayRestart: scored && !passed,
  };
}

/** Answers after the last restart count, until the tries are used or one is right; those of earlier versions all do. */
function questionStanding(question: Question, record: LearnerRecord, since: string): QuestionStanding {
  const hints = (record.hints ?? []).filter((hint) => hint.question === question.id && hint.at >= since);
  const now: QuestionStanding = { ...untouched(question), hints: [...new Set(hints.map(({ hint }) => hint))].sort() };
  for (const { at, question: id, response, worth } of record.answers) {
    const isKept = worth !== undefined;
    if (id !== question.id || at < since || (now.settled && !isKept)) continue;
    if (!isKept && !isFinished(question, response)) {
      now.walk = response;
      continue;
    }
    const opened = new Set(hints.filter((hint) => hint.at <= at).map(({ hint }) => hint)).size;
    const cost = opened * (question.hintCost ?? 0);
    now.response = response;
    now.walk = null;
    now.tries += 1;
    const points = Math.max(pointsFor(question, response), Math.ceil((worth ?? 0) * question.points - 1e-9));
    now.right ||= points === question.points;
    now.triesLeft = now.right ? 0 : Math.max(0, question.tries - now.tries);
    now.settled = now.triesLeft === 0;
    now.points = Math.max(now.points, points - cost);
  }
  return now;
}

/** Where a question stands before anything is known about it. */
export function untouched(question: Question): QuestionStanding {
  return {
    ...{ response: null, right: false, settled: false, points: 0, walk: null, hints: [] },
    ...{ tries: 0, triesLeft: question.tries },
  };
}

/** How far a practical task has come. */
export function taskState(record: LearnerRecord, task: string): TaskState {
  const signed = record.signed?.[task];
  const asked = record.requested?.[task];
  if (signed?.approved) return 'approved';
  if (asked === undefined) return signed ? 'returned' : 'open';
  return signed && signed.at >= asked ? 'returned' : 'requested';
}

function notDone(edition: Edition, record: LearnerRecord, questions: Record<string, QuestionStanding>): Missing[] {
  const inside = (blocks: Edition['introduction'], lesson: string | null): Missing[] =>
    blocks.flatMap((block): Missing[] => {
      if (block.kind === 'question' && questions[block.question.id]?.response === null)
        return [{ kind: 'question', lesson, question: block.question.id }];
      if (block.kind === 'declaration' && !(block.declaration.id in record.declared))
        return [{ kind: 'declaration', lesson, declaration: block.declaration.id }];
      if (block.kind !== 'practical') return [];
      const state = taskState(record, block.task.id);
      if (state !== 'approved') return [{ kind: 'task', lesson, task: block.task.id, state }];
      return [];
    });
  return [
    ...inside(edition.introduction, null),
    ...edition.lessons.flatMap((lesson): Missing[] => [
      ...(lesson.id in record.opened ? [] : [{ kind: 'lesson' as const, lesson: lesson.id }]),
      ...inside(lesson.blocks, lesson.id),
    ]),
  ];
}

function scoreOf(questions: Question[], standings: Record<string, QuestionStanding>): Standing['score'] {
  const max = questions.reduce((sum, question) => sum + question.points, 0);
  if (max === 0) return null;
  const raw = questions.reduce((sum, question) => sum + (standings[question.id]?.points ?? 0), 0);
  return { raw, max, scaled: raw / max };
}
