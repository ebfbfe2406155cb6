import { activityFaults } from './activity-faults.js';
import { actorFaults, agentFaults, groupFaults } from './actor-faults.js';
import { below, type Faults } from './fault.js';
import { contextActivityKinds } from './statement.js';
import { extensions, iri, languageTag, list, text, thing, uuid } from './value-faults.js';

const firstKeys = [
  'registration',
  'instructor',
  'team',
  'contextActivities',
  'revision',
  'platform',
  'language',
  'statement',
  'extensions',
];
const contextKeys = {
  '1.0.3': new Set(firstKeys),
  '2.0.0': new Set([...firstKeys, 'contextAgents', 'contextGroups']),
};
const kinds = new Set<string>(contextActivityKinds);
const referenceKeys = new Set(['objectType', 'id']);

/** `isAboutActivity`: revision and platform say something about an activity only. */
export function contextFaults(value: unknown, at: string, isAboutActivity: boolean, faults: Faults): void {
  if (!thing(value, at, contextKeys[faults.version], faults, '2.4.6')) return;
  if (value.registration !== undefined) uuid(value.registration, below(at, 'registration'), faults, '2.4.6.1');
  if (value.instructor !== undefined) actorFaults(value.instructor, below(at, 'instructor'), faults);
  if (value.team !== undefined) groupFaults(value.team, below(at, 'team'), faults);
  if (value.contextActivities !== undefined)
    contextActivityFaults(value.contextActivities, below(at, 'contextActivities'), faults);
  for (const key of ['revision', 'platform'] as const) {
    if (value[key] === undefined) continue;
    text(value[key], below(at, key), faults, '2.4.6');
    if (!isAboutActivity) faults.add(below(at, key), 'is only for statements about an activity', '2.4.6');
  }
  if (value.language !== undefined) languageTag(value.language, below(at, 'language'), faults, '2.4.6');
  if (value.statement !== undefined) referenceFaults(value.statement, below(at, 'statement'), faults);
  if (value.extensions !== undefined) extensions(value.extensions, below(at, 'extensions'), faults);
  peopleFaults(value.contextAgents, below(at, 'contextAgents'), 'contextAgent', 'agent', agentFaults, faults);
  peopleFaults(value.contextGroups, below(at, 'contextGroups'), 'contextGroup', 'group', groupFaults, faults);
}

function contextActivityFaults(value: unknown, at: string, faults: Faults): void {
  if (!thing(value, at, kinds, faults, '2.4.6.2')) return;
  for (const key in value) {
    const given = value[key];
    const place = below(at, key);
    if (!Array.isArray(given)) activityFaults(given, place, faults);
    else given.forEach((one, index) => activityFaults(one, `${place}[${index}]`, faults));
  }
}

export function referenceFaults(value: unknown, at: string, faults: Faults): void {
  if (!thing(value, at, referenceKeys, faults, '2.4.4.3')) return;
  if (value.objectType !== 'StatementRef')
    faults.add(below(at, 'objectType'), 'must be "StatementRef" here', '2.4.4.3');
  uuid(value.id, below(at, 'id'), faults, '2.4.4.3');
}

function peopleFaults(
  value: unknown,
  at: string,
  objectType: string,
  who: string,
  whoFaults: (value: unknown, at: string, faults: Faults) => void,
  faults: Faults,
): void {
  if (value === undefined || !list(value, at, faults, '2.4.6')) return;
  const known = new Set(['objectType', who, 'relevantTypes']);
  value.forEach((one, index) => {
    const place = `${at}[${index}]`;
    if (!thing(one, place, known, faults, '2.4.6')) return;
    if (one.objectType !== objectType) faults.addSecond(below(place, 'objectType'), `must be "${objectType}"`);
    whoFaults(one[who], below(place, who), faults);
    const types = below(place, 'relevantTypes');
    if (one.relevantTypes === undefined || !list(one.relevantTypes, types, faults, '2.4.6')) return;
    if (one.relevantTypes.length === 0) faults.addSecond(types, 'must not be empty');
    one.relevantTypes.forEach((type, place) => iri(type, `${types}[${place}]`, faults, '2.4.6'));
  });
}
