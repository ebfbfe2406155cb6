import type { RecordEvent, SignOff } from './learner-event.js';
import type { LearnerRecord } from './learner-record.js';

export const emptyRecord: LearnerRecord = { opened: {}, answers: [], declared: {}, restarts: [], place: null };

/** The record with one more event. An event that is already there changes nothing. */
export function recorded(record: LearnerRecord, event: RecordEvent): LearnerRecord {
  const { id, at } = event;
  switch (event.kind) {
    case 'opened':
      return {
        ...record,
        opened: withEarliest(record.opened, event.lesson, at),
        place: laterPlace(record.place, { lesson: event.lesson, at }),
      };
    case 'answered': {
      const { question, response } = event;
      return { ...record, answers: withOccurrence(record.answers, { id, at, question, response }) };
    }
    case 'hinted': {
      const { question, hint } = event;
      return { ...record, hints: withOccurrence(record.hints ?? [], { id, at, question, hint }) };
    }
    case 'declared':
      return { ...record, declared: withEarliest(record.declared, event.declaration, at) };
    case 'requested':
      return { ...record, requested: withLatest(record.requested ?? {}, event.task, at) };
    case 'signed':
      return { ...record, signed: withSignOff(record.signed ?? {}, event) };
    case 'restarted':
      return { ...record, restarts: withOccurrence(record.restarts, { id, at }) };
  }
}

/** Two parts of one record as one: as if everything in both had been recorded in it. */
export function mergedRecords(one: LearnerRecord, other: LearnerRecord): LearnerRecord {
  const { requested = {}, signed = {} } = other;
  const hints = (other.hints ?? []).reduce(withOccurrence, one.hints ?? []);
  const asked = Object.entries(requested).reduce((all, [task, at]) => withLatest(all, task, at), one.requested ?? {});
  const said = Object.entries(signed).reduce((all, [task, by]) => withSignOff(all, { task, ...by }), one.signed ?? {});
  return {
    opened: Object.entries(other.opened).reduce((all, [id, at]) => withEarliest(all, id, at), one.opened),
    answers: other.answers.reduce(withOccurrence, one.answers),
    declared: Object.entries(other.declared).reduce((all, [id, at]) => withEarliest(all, id, at), one.declared),
    restarts: other.restarts.reduce(withOccurrence, one.restarts),
    place: other.place === null ? one.place : laterPlace(one.place, other.place),
    ...(hints.length > 0 ? { hints } : {}),
    ...(Object.keys(asked).length > 0 ? { requested: asked } : {}),
    ...(Object.keys(said).length > 0 ? { signed: said } : {}),
  };
}

/** The moment the record came to be as it is: its last event, whatever order they arrived in; empty when nothing has happened. */
export function latestIn({ opened, answers, declared, restarts, hints, requested, signed }: LearnerRecord): string {
  const first = [...Object.values(opened), ...Object.values(declared)];
  const tasks = [...Object.values(requested ?? {}), ...Object.values(signed ?? {}).map(({ at }) => at)];
  const times = [...first, ...tasks, answers.at(-1)?.at, restarts.at(-1)?.at, hints?.at(-1)?.at];
  return times.reduce<string>((latest, at) => (at !== undefined && at > latest ? at : latest), '');
}

function withEarliest(times: Record<string, string>, key: string, at: string): Record<string, string> {
  const known = times[key];
  return known !== undefined && known <= at ? times : { ...times, [key]: at };
}

function withLatest(times: Record<string, string>, key: string, at: string): Record<string, string> {
  const known = times[key];
  return known !== undefined && known >= at ? times : { ...times, [key]: at };
}

type SignOffs = NonNullable<LearnerRecord['signed']>;

/** An approval stands above all that is not one. Of two at the same moment the name decides, whichever came first. */
function withSignOff(known: SignOffs, { task, at, by, approved }: Omit<SignOff, 'kind' | 'id'>): SignOffs {
  const before = known[task];
  const now = { at, by, approved };
  return before && !standsAbove(now, before) ? known : { ...known, [task]: now };
}

function standsAbove(one: SignOffs[string], other: SignOffs[string]): boolean {
  if (one.approved !== other.approved) return one.approved;
  const isEarlier = one.at < other.at || (one.at === other.at && one.by < other.by);
  return one.approved === isEarlier;
}

function laterPlace(known: LearnerRecord['place'], place: { lesson: string; at: string }): LearnerRecord['place'] {
  if (!known || known.at < place.at) return place;
  return known.at === place.at && known.lesson < place.lesson ? place : known;
}

function withOccurrence<T extends { id: string; at: string }>(list: T[], one: T): T[] {
  if (list.some((other) => other.id === one.id)) return list;
  return [...list, one].sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1));
}
