import type { Course } from '@kursdugnad/core/course/course.js';
import { lmsReport } from '@kursdugnad/core/runtime/lms-report.js';
import { packedState, unpackedState, type PackageState } from '@kursdugnad/core/runtime/package-state.js';
import { scorm2004Interaction } from '@kursdugnad/core/runtime/scorm-interaction.js';
import { forgottenState } from './kept-state.js';
import type { Keeper, PackageWorld } from './package-world.js';
import { scormKeeper } from './scorm-keeper.js';
import { openSession, type ScormSession } from './scorm-session.js';
import { duration } from './scorm-time.js';

/** What a SCORM 2004 system puts in a window (RTE 3.2). */
export interface Scorm2004Api {
  Initialize(empty: ''): string;
  GetValue(element: string): string;
  SetValue(element: string, value: string): string;
  Commit(empty: ''): string;
  Terminate(empty: ''): string;
}

/** SCORM 2004 as a world for a guide; `outline` is the page's, to read the state by. */
export function scorm2004World(api: Scorm2004Api | null, outline: Course): PackageWorld {
  const began = Date.now();
  const session =
    api && openSession(callsOf(api), (ending) => ending.set('cmi.session_time', duration(Date.now() - began)));
  if (!session) return { state: null, mode: 'lost', keeper: forgottenState };
  const mode = ['browse', 'review'].includes(session.get('cmi.mode')) ? 'review' : 'normal';
  // At once: a learner who leaves early is to come back to the same attempt.
  if (mode === 'normal') session.set('cmi.exit', 'suspend');
  // To read what was never written is an error here.
  const isResumed = session.get('cmi.entry') === 'resume';
  return {
    state: isResumed ? unpackedState(outline, session.get('cmi.suspend_data')) : null,
    mode,
    keeper: mode === 'review' ? forgottenState : (course, state) => keeper(session, course, state),
  };
}

function callsOf(api: Scorm2004Api) {
  return {
    initialize: () => api.Initialize(''),
    get: (element: string) => api.GetValue(element),
    set: (element: string, value: string) => api.SetValue(element, value),
    commit: () => api.Commit(''),
    terminate: () => api.Terminate(''),
  };
}

function keeper(session: ScormSession, course: Course, state: PackageState): Keeper {
  const wasCompleted = session.get('cmi.completion_status') === 'completed';
  return scormKeeper(session, course, state, {
    interaction: scorm2004Interaction,
    time: (at) => ['timestamp', `${at.slice(0, 22)}Z`],
    response: 'learner_response',
    hasDescription: true,
    standing: (now) => writeStanding(session, course, now, wasCompleted),
  });
}

/** The score first: the pass mark in the manifest judges by it. */
function writeStanding(session: ScormSession, course: Course, state: PackageState, wasCompleted: boolean): void {
  const { completed, success, scaled, progress } = lmsReport(course, state.record);
  session.set('cmi.suspend_data', packedState(course, state));
  if (state.record.place) session.set('cmi.location', state.record.place.lesson);
  session.set('cmi.progress_measure', decimal(progress));
  if (scaled !== null) {
    session.set('cmi.score.min', '0');
    session.set('cmi.score.max', '100');
    session.set('cmi.score.raw', decimal(scaled * 100));
    session.set('cmi.score.scaled', decimal(scaled));
  }
  if (success !== 'unknown') session.set('cmi.success_status', success);
  // A system that has lost the state, but knows that the learner is done, is not told otherwise.
  if (completed || !wasCompleted) session.set('cmi.completion_status', completed ? 'completed' : 'incomplete');
}

/** real(10,7) */
function decimal(value: number): string {
  return String(Math.floor(value * 1e7 + 1e-3) / 1e7);
}
