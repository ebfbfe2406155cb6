import { questionsOf } from '@kursdugnad/core/course/course-parts.js';
import type { Course } from '@kursdugnad/core/course/course.js';
import type { Completion } from '@kursdugnad/core/runtime/completion.js';
import { noCompletion } from '@kursdugnad/core/runtime/completion.js';
import { completionWith } from '@kursdugnad/core/runtime/completion-from-statements.js';
import { drawnFor } from '@kursdugnad/core/runtime/drawing.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { standing, type QuestionStanding } from '@kursdugnad/core/runtime/standing.js';
import { activityOf, type Statement } from '@kursdugnad/core/xapi/statement.js';

/** What a world says of a learner: as its own records have it, and as the guide would be resumed. */
export interface Told extends Pick<Completion, 'completed' | 'success'> {
  /** The last score that was told. */
  scaled: number | null;
  progress: number;
  attempt: number;
  place: string | undefined;
  declared: string[];
  /** Where the learner stands in each question; those drawn from a pool without their ids, which differ. */
  questions: Record<string, unknown>;
  drawn: unknown[];
}

type Outcome = Pick<Told, 'completed' | 'success' | 'scaled'>;

export function told(course: Course, seed: string, record: LearnerRecord, outcome: Outcome): Told {
  const now = standing(drawnFor(course, seed), record);
  const { scaled } = outcome;
  const pools = new Set(course.editions[0]?.lessons.filter(({ draw }) => draw).map(({ id }) => id));
  const inPool = new Set(
    course.editions[0]?.lessons
      .filter(({ id }) => pools.has(id))
      .flatMap((lesson) => questionsOf({ ...course.editions[0]!, introduction: [], lessons: [lesson] }))
      .map(({ id }) => id),
  );
  const questions = Object.entries(now.questions);
  return {
    ...outcome,
    scaled: scaled === null ? null : Number(scaled.toFixed(4)),
    progress: Number(now.progress.toFixed(4)),
    attempt: now.attempt,
    place: record.place?.lesson,
    declared: Object.keys(record.declared),
    questions: Object.fromEntries(
      questions.filter(([id]) => !inPool.has(id)).map(([id, one]) => [id, sorted(course, id, one)]),
    ),
    drawn: questions.filter(([id]) => inPool.has(id)).map(([, { right, tries, points }]) => ({ right, tries, points })),
  };
}

/** Several choices are a set: the form sends them in the order they were shuffled in for this learner. */
function sorted(course: Course, id: string, known: QuestionStanding): QuestionStanding {
  const isSet = questionsOf(course.editions[0]!).some((question) => question.id === id && question.kind === 'multiple');
  return isSet && known.response ? { ...known, response: [...known.response].sort() } : known;
}

/** The completion that our own LRS folds from these statements about one activity. */
export function outcomeOf(statements: readonly Statement[], activity: string): Outcome & { progress: number } {
  const about = statements.filter(({ object }) => activityOf(object)?.id === activity);
  const { completed, success, scoreLast, progress } = about.reduce(completionWith, noCompletion);
  return { completed, success, scaled: scoreLast, progress };
}
