import type { Course } from '@kursdugnad/core/course/course.js';
import { questionsOf, mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { LearnerEvent, LearnerEventOf } from '@kursdugnad/core/runtime/learner-event.js';
import { lessonStatus, lmsReport } from '@kursdugnad/core/runtime/lms-report.js';
import { isFinished } from '@kursdugnad/core/runtime/marking.js';
import { packedState, unpackedState, type PackageState } from '@kursdugnad/core/runtime/package-state.js';
import { interactionId, scorm12Interaction } from '@kursdugnad/core/runtime/scorm-interaction.js';
import { forgottenState, keptState, type Kept } from './kept-state.js';
import type { Keeper, PackageWorld } from './package-world.js';
import { nextInteraction, openSession, type ScormSession } from './scorm-session.js';
import { clockTime } from './scorm-time.js';

/** What a SCORM 1.2 system puts in a window (RTE 3.3). */
export interface Scorm12Api {
  LMSInitialize(empty: ''): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(empty: ''): string;
  LMSFinish(empty: ''): string;
}

/** SCORM 1.2 as a world for a guide; `outline` is the page's, to read the state by. */
export function scorm12World(api: Scorm12Api | null, outline: Course): PackageWorld {
  const began = Date.now();
  const session =
    api && openSession(callsOf(api), (ending) => ending.set('cmi.core.session_time', clockTime(Date.now() - began)));
  if (!session) return { state: null, mode: 'lost', keeper: forgottenState };
  const status = session.get('cmi.core.lesson_status');
  const mode = ['browse', 'review'].includes(session.get('cmi.core.lesson_mode')) ? 'review' : 'normal';
  return {
    state: unpackedState(outline, session.get('cmi.suspend_data')),
    mode,
    keeper: mode === 'review' ? forgottenState : (course, state) => keeper(session, course, state, status),
  };
}

function callsOf(api: Scorm12Api) {
  return {
    initialize: () => api.LMSInitialize(''),
    get: (element: string) => api.LMSGetValue(element),
    set: (element: string, value: string) => api.LMSSetValue(element, value),
    commit: () => api.LMSCommit(''),
    terminate: () => api.LMSFinish(''),
  };
}

function keeper(session: ScormSession, course: Course, state: PackageState, before: string): Keeper {
  let next = nextInteraction(session);
  session.set('cmi.core.exit', 'suspend');
  const write = (now: PackageState, fresh: LearnerEvent[]): Kept => {
    for (const event of fresh) {
      if (event.kind !== 'answered' || next === null) continue;
      if (writeInteraction(session, course, now, event, next)) next += 1;
    }
    writeStanding(session, course, now, before);
    return session.commit() ? 'kept' : 'unreachable';
  };
  write(state, []);
  return keptState(course, state, { write });
}

/** The score first: some systems judge by it the moment the status is written. */
function writeStanding(session: ScormSession, course: Course, state: PackageState, before: string): void {
  const { status, raw } = lessonStatus(course, lmsReport(course, state.record));
  session.set('cmi.suspend_data', packedState(course, state));
  if (state.record.place) session.set('cmi.core.lesson_location', state.record.place.lesson);
  if (raw !== null) {
    session.set('cmi.core.score.min', '0');
    session.set('cmi.core.score.max', '100');
    session.set('cmi.core.score.raw', String(raw));
  }
  // A system that has lost the state, but knows that the learner is done, is not told otherwise.
  const wasDone = before === 'passed' || before === 'completed';
  if (!wasDone || status === 'passed' || status === 'completed') session.set('cmi.core.lesson_status', status);
}

function writeInteraction(
  session: ScormSession,
  course: Course,
  { record }: PackageState,
  event: LearnerEventOf<'answered'>,
  number: number,
): boolean {
  const question = questionsOf(mainEdition(course)).find(({ id }) => id === event.question);
  if (!question || !isFinished(question, event.response)) return false;
  const { type, response, patterns, result, weighting } = scorm12Interaction(question, event.response);
  const element = `cmi.interactions.${number}`;
  session.set(`${element}.id`, interactionId(question, record, event));
  session.set(`${element}.type`, type);
  session.set(`${element}.time`, new Date(event.at).toTimeString().slice(0, 8));
  patterns.forEach((pattern, index) => session.set(`${element}.correct_responses.${index}.pattern`, pattern));
  session.set(`${element}.weighting`, weighting);
  session.set(`${element}.student_response`, response);
  session.set(`${element}.result`, result);
  return true;
}
