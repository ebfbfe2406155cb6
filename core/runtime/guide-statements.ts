import type { Course } from '../course/course.js';
import { mainEdition, questionsOf } from '../course/course-parts.js';
import type { Question } from '../course/question.js';
import type { Activity, Agent, Context, Result, Statement } from '../xapi/statement.js';
import {
  courseActivity,
  declarationActivity,
  guideCategory,
  hintActivity,
  lessonActivity,
  parentOf,
  questionActivity,
  taskActivity,
} from './guide-activities.js';
import { responseText } from './interaction.js';
import type { LearnerEventOf, RecordEvent, SignOff } from './learner-event.js';
import type { LearnerRecord } from './learner-record.js';
import { isFinished, isRight, pointsFor } from './marking.js';
import { latestIn } from './recording.js';
import type { Standing } from './standing.js';
import { progressExtension, verb, type VerbName } from './verbs.js';

/** A learner's run of one of our own guides: what all its statements have in common. */
export interface GuideRun {
  /** As it was drawn for this learner. */
  course: Course;
  /** The course as an activity; lessons, questions and declarations are `<iri>/lessons/<id>` and so on. */
  iri: string;
  /** The version's content hash. */
  revision: string;
  registration: string;
  actor: Agent;
}

/** One event and what it changed. Ids of what follows from it are made by `idOf`: the same name, the same id. */
export interface GuideStep {
  event: RecordEvent;
  /** With the event in it. */
  record: LearnerRecord;
  before: Standing;
  after: Standing;
  idOf: (name: VerbName) => string;
}

/**
 * What an event says to the LRS: the event itself under its own id, then all that follows from it. `made`: the run as it
 * was in the version where the event happened.
 */
export function guideStatements(run: GuideRun, step: GuideStep, made = run): Statement[] {
  return [eventStatement(made, step.event), ...standingStatements(run, { ...step, at: latestIn(step.record) })];
}

/** The first statements of a registration: launched by us, initialized by the learner's browser. */
export function startStatements(run: GuideRun, at: string, idOf: (name: VerbName) => string): Statement[] {
  return (['launched', 'initialized'] as const).map((name) => courseStatement(run, name, idOf(name), at));
}

/** What an older system knows of a course somebody took: when, and how well. */
export function earlierStatements(
  run: GuideRun,
  earlier: { completedAt: string; scaled: number | null },
  idOf: (name: VerbName) => string,
): Statement[] {
  const { completedAt, scaled } = earlier;
  const score = scaled === null ? {} : { score: { scaled } };
  return [
    courseStatement(run, 'launched', idOf('launched'), completedAt),
    courseStatement(run, 'completed', idOf('completed'), completedAt, { completion: true, ...score }),
    ...(scaled === null
      ? []
      : [courseStatement(run, 'passed', idOf('passed'), completedAt, { success: true, score: { scaled } })]),
  ];
}

function eventStatement(run: GuideRun, event: RecordEvent): Statement {
  const { course, iri } = run;
  switch (event.kind) {
    case 'opened':
      return partStatement(run, event, 'experienced', lessonActivity(course, iri, event.lesson), { id: iri });
    case 'declared': {
      const activity = declarationActivity(course, iri, event.declaration);
      const parent = parentOf(course, iri, { kind: 'declaration', id: event.declaration });
      return partStatement(run, event, 'confirmed', activity, parent);
    }
    case 'answered':
      return answerStatement(run, event);
    case 'hinted': {
      const parent = { id: `${iri}/questions/${event.question}` };
      return partStatement(run, event, 'asked', hintActivity(iri, event.question, event.hint), parent);
    }
    case 'requested':
      return taskStatement(run, event, 'requested');
    case 'signed':
      return signOffStatement(run, event);
    case 'restarted':
      return courseStatement(run, 'attempted', event.id, event.at);
  }
}

function answerStatement(run: GuideRun, event: LearnerEventOf<'answered'>): Statement {
  const { course, iri } = run;
  const question = questionsOf(mainEdition(course)).find(({ id }) => id === event.question);
  if (!question) throw new Error(`No question ${event.question}`);
  const parent = parentOf(course, iri, { kind: 'question', id: question.id });
  const statement = partStatement(run, event, 'responded', questionActivity(course, iri, question), parent);
  return { ...statement, result: answerResult(question, event) };
}

/** The response in SCORM's and xAPI's form. The score is this answer's own. A walk under way has none yet. */
function answerResult(question: Question, { response }: LearnerEventOf<'answered'>): Result {
  const said = { response: responseText(question, response) };
  if (!isFinished(question, response)) return { ...said, completion: false };
  const raw = pointsFor(question, response);
  const score = { scaled: raw / question.points, raw, min: 0, max: question.points };
  return { ...said, success: isRight(question, response), score };
}

function taskStatement(run: GuideRun, event: { id: string; at: string; task: string }, name: VerbName): Statement {
  const { course, iri } = run;
  const parent = parentOf(course, iri, { kind: 'practical', id: event.task });
  return partStatement(run, event, name, taskActivity(course, iri, event.task), parent);
}

/** It is the learner who masters the task; the leader who says so is the instructor. */
function signOffStatement(run: GuideRun, event: SignOff): Statement {
  const statement = taskStatement(run, event, event.approved ? 'mastered' : 'failed');
  const homePage = run.actor.account?.homePage ?? '';
  const instructor: Agent = { objectType: 'Agent', account: { homePage, name: event.by } };
  return { ...statement, result: { success: event.approved }, context: { ...statement.context, instructor } };
}

/** What came to be true at a moment: further, scored, passed or failed, completed. */
export function standingStatements(
  run: GuideRun,
  { at, before, after, idOf }: Pick<GuideStep, 'before' | 'after' | 'idOf'> & { at: string },
): Statement[] {
  const about = (name: VerbName, result: Result) => courseStatement(run, name, idOf(name), at, result);
  const score = after.score === null ? {} : { score: { ...after.score, min: 0 } };
  const statements: Statement[] = [];
  const percent = wholePercent(after.progress);
  if (percent !== wholePercent(before.progress))
    statements.push(about('progressed', { extensions: { [progressExtension]: percent } }));
  const isNewAttempt = after.attempt !== before.attempt;
  const isMarkedAnew = isNewAttempt || after.success !== before.success || after.score?.raw !== before.score?.raw;
  if (after.success !== 'unknown' && isMarkedAnew)
    statements.push(about(after.success, { success: after.success === 'passed', ...score }));
  const hasScore = after.score !== null && run.course.passMark === undefined;
  if (hasScore && isAnswered(after) && (!isAnswered(before) || isMarkedAnew)) statements.push(about('scored', score));
  if (after.completed && !before.completed) statements.push(about('completed', { completion: true, ...score }));
  return statements;
}

function isAnswered({ questions }: Standing): boolean {
  return Object.values(questions).every(({ response }) => response !== null);
}

/** Never 100 before all is done. */
function wholePercent(progress: number): number {
  return Math.floor(progress * 100 + 1e-9);
}

function partStatement(
  run: GuideRun,
  event: { id: string; at: string },
  name: VerbName,
  object: Activity,
  parent: Activity,
): Statement {
  const { id, at } = event;
  const context = contextOf(run, { parent: [parent], grouping: [{ id: run.iri }] });
  return { id, actor: run.actor, verb: verb(name), object, context, timestamp: at };
}

export function courseStatement(run: GuideRun, name: VerbName, id: string, at: string, result?: Result): Statement {
  const object = courseActivity(run.course, run.iri);
  const context = contextOf(run, { grouping: [{ id: run.iri }] });
  return { id, actor: run.actor, verb: verb(name), object, ...(result ? { result } : {}), context, timestamp: at };
}

function contextOf(run: GuideRun, around: { parent?: Activity[]; grouping: Activity[] }): Context {
  return {
    registration: run.registration,
    contextActivities: { ...around, category: [guideCategory] },
    revision: run.revision,
    platform: 'Kursdugnad',
    language: mainEdition(run.course).language,
  };
}
