import type { Course } from '@kursdugnad/core/course/course.js';
import { tidied } from '@kursdugnad/core/runtime/event-fault.js';
import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import type { PackageState } from '@kursdugnad/core/runtime/package-state.js';
import { recorded } from '@kursdugnad/core/runtime/recording.js';
import type { Keeper } from './package-world.js';

/** Whether a state is safe where it was written. */
export type Kept = 'kept' | 'unreachable' | 'signed-out';

interface Writing {
  /** `fresh` are the events that no earlier call had; what could not be kept comes again without them. */
  write(state: PackageState, fresh: LearnerEvent[]): Kept | Promise<Kept>;
  /** What another window has written in the meantime. */
  known?(): LearnerRecord | undefined;
}

/** A keeper whose state is here, and written anew each time something happens. */
export function keptState(course: Course, begun: PackageState, { write, known }: Writing): Keeper {
  let state = begun;
  const seen = new Set<string>();
  return {
    report: async (given) => {
      const events = given.map((event) => tidied(course, event));
      const fresh = events.filter(({ id }) => !seen.has(id));
      for (const { id } of fresh) seen.add(id);
      state = { ...state, record: events.reduce(recorded, known?.() ?? state.record) };
      const kept = await write(state, fresh);
      if (kept !== 'kept') return { kind: kept };
      return { kind: 'read', accepted: given.map(({ id }) => id), refused: [], record: state.record };
    },
    speaks: (language) => {
      state = { ...state, language };
      void write(state, []);
    },
  };
}

/** For one who only looks: what happens is forgotten with the page. */
export function forgottenState(course: Course, begun: PackageState): Keeper {
  return keptState(course, begun, { write: () => 'kept' });
}
