import type { Course, Edition, Question } from '../course/course.js';
import { declarationsOf, mainEdition, questionsOf } from '../course/course-parts.js';
import type { LearnerResponse } from './learner-event.js';
import type { LearnerRecord } from './learner-record.js';
import { isRight } from './marking.js';

export interface QuestionStanding {
  /** The last answer that counts, in this attempt. */
  response: LearnerResponse | null;
  right: boolean;
  tries: number;
  triesLeft: number;
  /** No further answer counts: right, or out of tries. */
  settled: boolean;
  points: number;
}

/** What still stands between the learner and completion, in reading order. */
export type Missing =
  | { kind: 'lesson'; lesson: string }
  | { kind: 'question'; lesson: string | null; question: string }
  | { kind: 'declaration'; lesson: string | null; declaration: string }
  | { kind: 'pass-mark'; scaled: number; passMark: number };

export interface Standing {
  /** 1 for the first run through the questions; one more for each restart. */
  attempt: number;
  questions: Record<string, QuestionStanding>;
  /** Fraction of lessons, questions and declarations done, 0 to 1. */
  progress: number;
  score: { raw: number; max: number; scaled: number } | null;
  /** Everything opened, answered and confirmed, and the pass mark reached where there is one. */
  completed: boolean;
  success: 'passed' | 'failed' | 'unknown';
  missing: Missing[];
  /** All questions are answered, but below the pass mark: they may be taken again. */
  mayRestart: boolean;
}

/** Where a learner stands, from the record alone. Ids in the record that this version does not have are passed over. */
export function standing(course: Course, record: LearnerRecord): Standing {
  const edition = mainEdition(course);
  const since = record.restarts.at(-1)?.at ?? '';
  const questions = Object.fromEntries(
    questionsOf(edition).map((question) => [question.id, questionStanding(question, record, since)]),
  );
  const undone = notDone(edition, record, questions);
  const parts = edition.lessons.length + Object.keys(questions).length + declarationsOf(edition).length;
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

/** Answers after the last restart count, until the tries are used or one is right. */
function questionStanding(question: Question, record: LearnerRecord, since: string): QuestionStanding {
  let tries = 0;
  let right = false;
  let response: LearnerResponse | null = null;
  for (const answer of record.answers) {
    if (answer.question !== question.id || answer.at < since || right || tries >= question.tries) continue;
    tries += 1;
    response = answer.response;
    right = isRight(question, answer.response);
  }
  const triesLeft = right ? 0 : question.tries - tries;
  return { response, right, tries, triesLeft, settled: right || triesLeft === 0, points: right ? question.points : 0 };
}

function notDone(edition: Edition, record: LearnerRecord, questions: Record<string, QuestionStanding>): Missing[] {
  const inside = (blocks: Edition['introduction'], lesson: string | null): Missing[] =>
    blocks.flatMap((block): Missing[] => {
      if (block.kind === 'question' && questions[block.question.id]?.response === null)
        return [{ kind: 'question', lesson, question: block.question.id }];
      if (block.kind === 'declaration' && !(block.declaration.id in record.declared))
        return [{ kind: 'declaration', lesson, declaration: block.declaration.id }];
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
