import type { Course } from '@kursdugnad/core/course/course.js';
import { lessonStatus, lmsReport } from '@kursdugnad/core/runtime/lms-report.js';
import { packedState, unpackedState, type PackageState } from '@kursdugnad/core/runtime/package-state.js';
import { scorm12Interaction } from '@kursdugnad/core/runtime/scorm-interaction.js';
import { forgottenState } from './kept-state.js';
import type { Keeper, PackageWorld } from './package-world.js';
import { scormKeeper } from './scorm-keeper.js';
import { openSession, type ScormSession } from './scorm-session.js';
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
  session.set('cmi.core.exit', 'suspend');
  return scormKeeper(session, course, state, {
    interaction: scorm12Interaction,
    time: (at) => ['time', new Date(at).toTimeString().slice(0, 8)],
    response: 'student_response',
    hasDescription: false,
    standing: (now) => writeStanding(session, course, now, before),
  });
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
