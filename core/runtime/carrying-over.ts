import type { Course } from '../course/course.js';
import { declarationsOf, editionIn, mainEdition, practicalTasksOf, questionsOf } from '../course/course-parts.js';
import type { Question } from '../course/question.js';
import { type QuestionChange, questionChange } from '../course/question-change.js';
import type { LearnerResponse } from './learner-event.js';
import type { LearnerRecord } from './learner-record.js';
import { isFinished, pointsFor } from './marking.js';

/** From one version to the next. Neither is drawn. */
export interface VersionStep {
  before: Course;
  after: Course;
  /** Ids of lessons, questions, declarations and practical tasks that the author wants done again. */
  redo: readonly string[];
}

type Answer = LearnerRecord['answers'][number];

/**
 * A learner's record in the next version: all that was done is done still, except what is to be done again and what is no
 * longer there. Each part is carried by itself, so that carrying a record and carrying what it is made of, one by one, in
 * any order, end in the same.
 */
export function carriedOver(record: LearnerRecord, { before, after, redo }: VersionStep): LearnerRecord {
  const again = new Set(redo);
  const [was, now] = [mainEdition(before), editionIn(after, mainEdition(before).language)];
  const stays = (parts: readonly { id: string }[]) => {
    const ids = new Set(parts.map(({ id }) => id).filter((id) => !again.has(id)));
    return <T>(done: Record<string, T>) => Object.fromEntries(Object.entries(done).filter(([id]) => ids.has(id)));
  };
  const tasks = stays(practicalTasksOf(now));
  const answered = questionSteps(questionsOf(was), questionsOf(now), again);
  const hints = (record.hints ?? []).filter(({ question: id, hint }) => {
    const step = answered.get(id);
    return step && step.change.why !== 'price' && hint <= (step.after.hints?.length ?? 0);
  });
  const [requested, signed] = [tasks(record.requested ?? {}), tasks(record.signed ?? {})];
  return {
    opened: stays(now.lessons)(record.opened),
    answers: record.answers.flatMap((answer) => {
      const step = answered.get(answer.question);
      return step ? (carriedAnswer(answer, step) ?? []) : [];
    }),
    declared: stays(declarationsOf(now))(record.declared),
    restarts: record.restarts,
    place: carriedPlace(record.place, was.lessons, now.lessons),
    ...(hints.length > 0 ? { hints } : {}),
    ...(Object.keys(requested).length > 0 ? { requested } : {}),
    ...(Object.keys(signed).length > 0 ? { signed } : {}),
  };
}

/** Ids of the questions this learner has met and will meet again, the answered ones first; none where nothing is drawn. */
export function stillAsked(drawnBefore: Course, after: Course, carried: LearnerRecord): string[] {
  const now = mainEdition(after);
  if (!now.lessons.some(({ draw }) => draw !== undefined)) return [];
  const there = new Set(questionsOf(now).map(({ id }) => id));
  const met = questionsOf(mainEdition(drawnBefore)).flatMap(({ id }) => (there.has(id) ? id : []));
  const answered = new Set(carried.answers.map(({ question }) => question));
  return [...met.filter((id) => answered.has(id)), ...met.filter((id) => !answered.has(id))];
}

interface QuestionStep {
  before: Question;
  after: Question;
  change: QuestionChange;
}

function questionSteps(
  before: readonly Question[],
  after: readonly Question[],
  again: ReadonlySet<string>,
): Map<string, QuestionStep> {
  const now = new Map(after.map((question) => [question.id, question]));
  const steps = new Map<string, QuestionStep>();
  for (const question of before) {
    const same = now.get(question.id);
    if (!same || again.has(question.id)) continue;
    steps.set(question.id, { before: question, after: same, change: questionChange(question, same) });
  }
  return steps;
}

/** Where the question is another, the answer keeps what it was worth. A walk that has not ended begins anew there. */
function carriedAnswer(answer: Answer, { before, change }: QuestionStep): Answer | null {
  const { response, worth } = answer;
  const isDone = worth !== undefined || isFinished(before, response);
  if (change.kind !== 'changed') return { ...answer, response: carriedResponse(before, response, change) };
  if (!isDone) return null;
  const share = Math.max(worth ?? 0, pointsFor(before, response) / before.points);
  return { ...answer, response: carriedResponse(before, response, change), worth: share };
}

/** What is answered in letters, in the letters of the next version; those that are gone are left out. */
function carriedResponse({ kind }: Question, response: LearnerResponse, change: QuestionChange): LearnerResponse {
  const { answers, why } = change;
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'sequencing':
      return response.flatMap((id) => answers.get(id) ?? []);
    case 'matching':
      return response.flatMap((pair) => {
        const [item, target] = pair.split('.').map((id) => answers.get(id));
        return item === undefined || target === undefined ? [] : `${item}.${target}`;
      });
    case 'true-false':
    case 'fill-in':
    case 'numeric':
    case 'scenario':
      return why === 'kind' || (kind === 'scenario' && why === 'alternatives') ? [] : response;
  }
}

/** The same lesson; where it is gone the nearest before it that is there, or else after it. */
function carriedPlace(
  place: LearnerRecord['place'],
  before: readonly { id: string }[],
  after: readonly { id: string }[],
): LearnerRecord['place'] {
  if (place === null) return null;
  const there = new Set(after.map(({ id }) => id));
  const at = before.findIndex(({ id }) => id === place.lesson);
  const near = [
    place.lesson,
    ...before
      .slice(0, Math.max(0, at))
      .map(({ id }) => id)
      .reverse(),
  ];
  const lesson = [...near, ...before.slice(at + 1).map(({ id }) => id)].find((id) => there.has(id));
  return lesson === undefined ? null : { ...place, lesson };
}
