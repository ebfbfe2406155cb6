import { activityFaults } from './activity-faults.js';
import { actorFaults, agentFaults, authorityFaults, groupFaults } from './actor-faults.js';
import { contextFaults, referenceFaults } from './context-faults.js';
import { below, type Fault, Faults, type Thing } from './fault.js';
import { attachmentFaults, resultFaults } from './result-faults.js';
import type { XapiVersion } from './statement.js';
import { instant, iri, languageMap, list, thing, uuid } from './value-faults.js';

const subStatementKeys = new Set([
  'objectType',
  'actor',
  'verb',
  'object',
  'result',
  'context',
  'timestamp',
  'attachments',
]);
const statementKeys = new Set([
  'id',
  'actor',
  'verb',
  'object',
  'result',
  'context',
  'timestamp',
  'stored',
  'authority',
  'version',
  'attachments',
]);
const verbKeys = new Set(['id', 'display']);
const versions = { '1.0.3': /^1\.0(\.\d+)?$/, '2.0.0': /^(1\.0|2\.0)(\.\d+)?$/ };

/** Everything that is wrong with a statement; an empty list makes it a Statement. */
export function statementFaults(value: unknown, version: XapiVersion): Fault[] {
  const faults = new Faults(version);
  if (!thing(value, '', statementKeys, faults, '2.2')) return faults.found;
  if (value.id !== undefined) uuid(value.id, 'id', faults, '2.4.1');
  if (value.stored !== undefined) instant(value.stored, 'stored', faults);
  if (value.authority !== undefined) authorityFaults(value.authority, 'authority', faults);
  if (value.version !== undefined && !(typeof value.version === 'string' && versions[version].test(value.version)))
    faults.add('version', `must be ${version}`, '2.4.10');
  commonFaults(value, '', faults);
  const { verb, object } = value as { verb?: Thing | null; object?: Thing | null };
  if (verb?.id === 'http://adlnet.gov/expapi/verbs/voided' && object?.objectType !== 'StatementRef')
    faults.add('object', 'a voiding statement is about a StatementRef', '2.3.2');
  return faults.found;
}

/** What statements and sub-statements have in common. */
function commonFaults(value: Thing, at: string, faults: Faults): void {
  for (const key of ['actor', 'verb', 'object'])
    if (value[key] === undefined) faults.add(below(at, key), 'is missing', '2.2');
  if (value.actor !== undefined) actorFaults(value.actor, below(at, 'actor'), faults);
  if (value.verb !== undefined) verbFaults(value.verb, below(at, 'verb'), faults);
  if (value.object !== undefined) objectFaults(value.object, below(at, 'object'), at !== '', faults);
  if (value.result !== undefined) resultFaults(value.result, below(at, 'result'), faults);
  if (value.timestamp !== undefined) instant(value.timestamp, below(at, 'timestamp'), faults);
  if (value.context !== undefined) {
    const { objectType } = (value.object ?? {}) as Thing;
    contextFaults(value.context, below(at, 'context'), objectType === undefined || objectType === 'Activity', faults);
  }
  const { attachments } = value;
  const place = below(at, 'attachments');
  if (attachments !== undefined && list(attachments, place, faults, '2.4.11'))
    attachments.forEach((one, index) => attachmentFaults(one, `${place}[${index}]`, faults));
}

function verbFaults(value: unknown, at: string, faults: Faults): void {
  if (!thing(value, at, verbKeys, faults, '2.4.3')) return;
  iri(value.id, below(at, 'id'), faults, '2.4.3');
  if (value.display !== undefined) languageMap(value.display, below(at, 'display'), faults);
}

function objectFaults(value: unknown, at: string, isInside: boolean, faults: Faults): void {
  switch ((value as Thing | null | undefined)?.objectType) {
    case 'Agent':
      return agentFaults(value, at, faults);
    case 'Group':
      return groupFaults(value, at, faults);
    case 'StatementRef':
      return referenceFaults(value, at, faults);
    case 'SubStatement':
      if (isInside) return void faults.add(at, 'a sub-statement holds no other sub-statement', '2.4.4.3');
      if (thing(value, at, subStatementKeys, faults, '2.4.4.3')) commonFaults(value, at, faults);
      return;
    default:
      return activityFaults(value, at, faults);
  }
}
