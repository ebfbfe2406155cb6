import type { LearnerEvent } from './learner-event.js';
import type { LearnerRecord } from './learner-record.js';

export const emptyRecord: LearnerRecord = { opened: {}, answers: [], declared: {}, restarts: [], place: null };

/** The record with one more event. An event that is already there changes nothing. */
export function recorded(record: LearnerRecord, event: LearnerEvent): LearnerRecord {
  switch (event.kind) {
    case 'opened':
      return {
        ...record,
        opened: withEarliest(record.opened, event.lesson, event.at),
        place: laterPlace(record.place, { lesson: event.lesson, at: event.at }),
      };
    case 'answered': {
      const { id, at, question, response } = event;
      return { ...record, answers: withOccurrence(record.answers, { id, at, question, response }) };
    }
    case 'declared':
      return { ...record, declared: withEarliest(record.declared, event.declaration, event.at) };
    case 'restarted':
      return { ...record, restarts: withOccurrence(record.restarts, { id: event.id, at: event.at }) };
  }
}

function withEarliest(times: Record<string, string>, key: string, at: string): Record<string, string> {
  const known = times[key];
  return known !== undefined && known <= at ? times : { ...times, [key]: at };
}

function laterPlace(known: LearnerRecord['place'], place: { lesson: string; at: string }): LearnerRecord['place'] {
  if (!known || known.at < place.at) return place;
  return known.at === place.at && known.lesson < place.lesson ? place : known;
}

function withOccurrence<T extends { id: string; at: string }>(list: T[], one: T): T[] {
  if (list.some((other) => other.id === one.id)) return list;
  return [...list, one].sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1));
}
