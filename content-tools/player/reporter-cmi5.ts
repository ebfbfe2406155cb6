import type { Course } from '@kursdugnad/core/course/course.js';
import { cmi5Defined, cmi5Told, type Cmi5Said, type Cmi5Session } from '@kursdugnad/core/runtime/cmi5-statements.js';
import { guideStatements } from '@kursdugnad/core/runtime/guide-statements.js';
import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import type { PackageState } from '@kursdugnad/core/runtime/package-state.js';
import { recorded } from '@kursdugnad/core/runtime/recording.js';
import { standing } from '@kursdugnad/core/runtime/standing.js';
import { verbIds } from '@kursdugnad/core/runtime/verbs.js';
import type { Result, Statement } from '@kursdugnad/core/xapi/statement.js';
import { cmi5Address, fetchedToken, type LaunchData } from './cmi5-launch.js';
import { forgottenState, keptState, type Kept } from './kept-state.js';
import { newId } from './learner.js';
import type { Keeper, PackageWorld } from './package-world.js';
import { duration } from './scorm-time.js';
import { xapiLine, type XapiLine } from './xapi-line.js';

const documentId = 'kursdugnad.state';

interface Written extends PackageState {
  /** Of this way of writing. */
  v: 1;
  said: Cmi5Said;
}

/** A cmi5 system as a world for a guide, from the address it launched the page with. */
export async function cmi5World(query: URLSearchParams): Promise<PackageWorld> {
  const address = cmi5Address(query);
  const token = address && (await fetchedToken(address.fetch));
  if (!address || token === null) return lostWorld;
  const line = xapiLine(address, token);
  try {
    const [launch, preferences, known] = await Promise.all([
      line.document<LaunchData>('state', 'LMS.LaunchData'),
      line.document<{ languagePreference?: string }>('profile', 'cmi5LearnerPreferences'),
      line.document<Written>('state', documentId),
    ]);
    if (!launch) return lostWorld;
    const session: Cmi5Session = { ...address, contextTemplate: launch.contextTemplate, ...masteryOf(launch) };
    const begun = new Date();
    if ((await line.say([cmi5Defined(session, 'initialized', occurrence(begun.getTime()))])) !== 'kept')
      return lostWorld;
    return worldOf({ session, line, launch, begun }, known, preferences?.languagePreference ?? '');
  } catch {
    return lostWorld;
  }
}

const lostWorld: PackageWorld = { state: null, mode: 'lost', keeper: forgottenState };

interface Stay {
  session: Cmi5Session;
  line: XapiLine;
  launch: LaunchData;
  begun: Date;
}

function worldOf(stay: Stay, known: Written | null, preferred: string): PackageWorld {
  const { launch, session, line, begun } = stay;
  const mode = (launch.launchMode ?? 'Normal') === 'Normal' ? 'normal' : 'review';
  const end = endOnce(line, session, begun);
  if (mode === 'review') end(() => []);
  return {
    state: known?.v === 1 ? known : null,
    mode,
    languages: preferredLanguages(preferred),
    ...(launch.returnURL ? { home: launch.returnURL } : {}),
    ...(launch.masteryScore === undefined ? {} : { passMark: launch.masteryScore }),
    keeper: mode === 'review' ? forgottenState : (course, state) => keeper(stay, course, state, known?.said ?? [], end),
  };
}

type End = (last: () => Statement[]) => void;

/** The last statements of the session, when the page goes away: what `last` gives, and terminated. */
function endOnce(line: XapiLine, session: Cmi5Session, begun: Date): End {
  return (last) => {
    window.addEventListener(
      'pagehide',
      () => {
        const before = last();
        const result = { duration: duration(Date.now() - begun.getTime()) };
        const at = Math.max(Date.now(), ...before.map(({ timestamp = '' }) => Date.parse(timestamp)));
        void line.say([...before, cmi5Defined(session, 'terminated', { ...occurrence(at), result })]);
      },
      { once: true },
    );
    window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  };
}

function keeper(stay: Stay, course: Course, begun: PackageState, saidBefore: Cmi5Said, end: End): Keeper {
  const { session, line } = stay;
  const { activityId: iri, registration, actor } = session;
  const run = { course, iri, revision: '', registration, actor: actor as { objectType: 'Agent' } };
  let said = saidBefore;
  let record = begun.record;
  let failed: Result | null = null;
  /** Kept until they have arrived, so that what is sent again is the same. */
  let waiting: Statement[] = [];

  function tell(event: LearnerEvent): void {
    const before = standing(course, record);
    record = recorded(record, event);
    const after = standing(course, record);
    const statements = guideStatements(run, { event, record, before, after, idOf: newId });
    failed = failedIn(statements, iri, failed);
    const told = cmi5Told(session, statements, { said, duration: duration(Date.now() - stay.begun.getTime()) });
    said = told.said;
    waiting.push(...told.statements);
  }

  end(() => {
    if (!failed) return waiting;
    const result = { ...failed, duration: duration(Date.now() - stay.begun.getTime()) };
    // Only now: after it cmi5 lets nobody pass in the same session.
    return [...waiting, cmi5Defined(session, 'failed', { ...occurrence(Date.now()), result })];
  });
  return keptState(course, begun, {
    write: async (state, fresh): Promise<Kept> => {
      fresh.forEach(tell);
      const sending = waiting;
      const sent = sending.length === 0 ? 'kept' : await line.say(sending);
      if (sent !== 'kept') return sent;
      waiting = waiting.filter((statement) => !sending.includes(statement));
      const { seed, language, record: now } = state;
      return line.keep(documentId, { v: 1, seed, language, record: now, said } satisfies Written);
    },
  });
}

/** What was said last about failing in this session; passing takes it back. */
function failedIn(statements: Statement[], iri: string, before: Result | null): Result | null {
  const judged = statements.filter(({ object }) => 'id' in object && object.id === iri);
  if (judged.some(({ verb }) => verb.id === verbIds.passed)) return null;
  return judged.findLast(({ verb }) => verb.id === verbIds.failed)?.result ?? before;
}

function masteryOf({ masteryScore }: LaunchData): { masteryScore?: number } {
  return masteryScore === undefined ? {} : { masteryScore };
}

function occurrence(time: number): { id: string; at: string } {
  return { id: newId(), at: new Date(time).toISOString() };
}

/** `no-NO,en-US` is `nb`, `en`. */
function preferredLanguages(preferred: string): string[] {
  return preferred.split(',').map((one) => (one.trim().toLowerCase().split('-')[0] ?? '').replace('no', 'nb'));
}
