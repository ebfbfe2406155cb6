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
function withSignOff(known: SignOffs, { task, at, by, approved }: SignOff): SignOffs {
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
