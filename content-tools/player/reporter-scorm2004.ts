import type { Course } from '@kursdugnad/core/course/course.js';
import { mainEdition, questionsOf } from '@kursdugnad/core/course/course-parts.js';
import type { LearnerEvent, LearnerEventOf } from '@kursdugnad/core/runtime/learner-event.js';
import { lmsReport } from '@kursdugnad/core/runtime/lms-report.js';
import { isFinished } from '@kursdugnad/core/runtime/marking.js';
import { packedState, unpackedState, type PackageState } from '@kursdugnad/core/runtime/package-state.js';
import { interactionId, scorm2004Interaction } from '@kursdugnad/core/runtime/scorm-interaction.js';
import { forgottenState, keptState, type Kept } from './kept-state.js';
import type { Keeper, PackageWorld } from './package-world.js';
import { nextInteraction, openSession, type ScormSession } from './scorm-session.js';
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
  let next = nextInteraction(session);
  const write = (now: PackageState, fresh: LearnerEvent[]): Kept => {
    for (const event of fresh) {
      if (event.kind !== 'answered' || next === null) continue;
      if (writeInteraction(session, course, now, event, next)) next += 1;
    }
    writeStanding(session, course, now, wasCompleted);
    return session.commit() ? 'kept' : 'unreachable';
  };
  write(state, []);
  return keptState(course, state, { write });
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

function writeInteraction(
  session: ScormSession,
  course: Course,
  { record }: PackageState,
  event: LearnerEventOf<'answered'>,
  number: number,
): boolean {
  const question = questionsOf(mainEdition(course)).find(({ id }) => id === event.question);
  if (!question || !isFinished(question, event.response)) return false;
  const { type, response, patterns, result, weighting } = scorm2004Interaction(question, event.response);
  const element = `cmi.interactions.${number}`;
  session.set(`${element}.id`, interactionId(question, record, event));
  session.set(`${element}.type`, type);
  session.set(`${element}.timestamp`, `${event.at.slice(0, 22)}Z`);
  patterns.forEach((pattern, index) => session.set(`${element}.correct_responses.${index}.pattern`, pattern));
  session.set(`${element}.weighting`, weighting);
  session.set(`${element}.learner_response`, response);
  session.set(`${element}.result`, result);
  session.set(`${element}.description`, question.prompt.slice(0, 250));
  return true;
}

/** real(10,7) */
function decimal(value: number): string {
  return String(Math.floor(value * 1e7 + 1e-3) / 1e7);
}
