import type { Course, Question } from '../course/course.js';
import { mainEdition, questionsOf } from '../course/course-parts.js';
import type { Activity, Agent, Context, Result, Statement } from '../xapi/statement.js';
import {
  courseActivity,
  declarationActivity,
  guideCategory,
  lessonActivity,
  parentOf,
  questionActivity,
} from './guide-activities.js';
import type { LearnerEvent, LearnerEventOf } from './learner-event.js';
import type { LearnerRecord } from './learner-record.js';
import { isRight } from './marking.js';
import type { Standing } from './standing.js';
import { progressExtension, verb, type VerbName } from './verbs.js';

/** A learner's run of one of our own guides: what all its statements have in common. */
export interface GuideRun {
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
  event: LearnerEvent;
  /** With the event in it. */
  record: LearnerRecord;
  before: Standing;
  after: Standing;
  idOf: (name: VerbName) => string;
}

/** What a learner's event says to the LRS: the event itself under its own id, then all that follows from it. */
export function guideStatements(run: GuideRun, step: GuideStep): Statement[] {
  return [eventStatement(run, step.event), ...consequences(run, step)];
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

function eventStatement(run: GuideRun, event: LearnerEvent): Statement {
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

/** The response in SCORM's and xAPI's form: choices joined by `[,]`. The score is this answer's own. */
function answerResult(question: Question, { response }: LearnerEventOf<'answered'>): Result {
  const success = isRight(question, response);
  const raw = success ? question.points : 0;
  return {
    response: question.kind === 'fill-in' ? (response[0] ?? '') : response.join('[,]'),
    success,
    score: { scaled: success ? 1 : 0, raw, min: 0, max: question.points },
  };
}

/** What came to be true through the event: further, scored, passed or failed, completed. */
function consequences(run: GuideRun, { record, before, after, idOf }: GuideStep): Statement[] {
  const at = latestIn(record);
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

/** The moment the record came to be as it is: its last event, whatever order they arrived in. */
function latestIn({ opened, answers, declared, restarts }: LearnerRecord): string {
  const times = [...Object.values(opened), ...Object.values(declared), answers.at(-1)?.at, restarts.at(-1)?.at];
  return times.reduce<string>((latest, at) => (at !== undefined && at > latest ? at : latest), '');
}

function partStatement(
  run: GuideRun,
  event: LearnerEvent,
  name: VerbName,
  object: Activity,
  parent: Activity,
): Statement {
  const { id, at } = event;
  const context = contextOf(run, { parent: [parent], grouping: [{ id: run.iri }] });
  return { id, actor: run.actor, verb: verb(name), object, context, timestamp: at };
}

function courseStatement(run: GuideRun, name: VerbName, id: string, at: string, result?: Result): Statement {
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
