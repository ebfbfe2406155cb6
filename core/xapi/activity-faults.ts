import { below, type Faults } from './fault.js';
import { interactionTypes } from './statement.js';
import { extensions, iri, languageMap, list, text, thing } from './value-faults.js';

const activityKeys = new Set(['objectType', 'id', 'definition']);
const componentLists = ['choices', 'scale', 'source', 'target', 'steps'] as const;
const definitionKeys = new Set([
  'name',
  'description',
  'type',
  'moreInfo',
  'extensions',
  'interactionType',
  'correctResponsesPattern',
  ...componentLists,
]);
const componentKeys = new Set(['id', 'description']);
const types = new Set<unknown>(interactionTypes);

export function activityFaults(value: unknown, at: string, faults: Faults): void {
  if (!thing(value, at, activityKeys, faults, '2.4.4.1')) return;
  if (value.objectType !== undefined && value.objectType !== 'Activity')
    faults.add(below(at, 'objectType'), 'must be "Activity" here', '2.4.4.1');
  iri(value.id, below(at, 'id'), faults, '2.4.4.1');
  if (value.definition !== undefined) definitionFaults(value.definition, below(at, 'definition'), faults);
}

function definitionFaults(value: unknown, at: string, faults: Faults): void {
  if (!thing(value, at, definitionKeys, faults, '2.4.4.1')) return;
  if (value.name !== undefined) languageMap(value.name, below(at, 'name'), faults);
  if (value.description !== undefined) languageMap(value.description, below(at, 'description'), faults);
  if (value.type !== undefined) iri(value.type, below(at, 'type'), faults, '2.4.4.1');
  if (value.moreInfo !== undefined) iri(value.moreInfo, below(at, 'moreInfo'), faults, '2.4.4.1');
  if (value.extensions !== undefined) extensions(value.extensions, below(at, 'extensions'), faults);
  interactionFaults(value, at, faults);
}

function interactionFaults(value: Record<string, unknown>, at: string, faults: Faults): void {
  const { interactionType, correctResponsesPattern } = value;
  const lists = componentLists.filter((key) => value[key] !== undefined);
  if (interactionType === undefined) {
    if (correctResponsesPattern === undefined && lists.length === 0) return;
    faults.add(at, 'what describes an interaction needs an interactionType', '2.4.4.1');
  } else if (!types.has(interactionType)) {
    faults.add(below(at, 'interactionType'), `must be one of ${interactionTypes.join(', ')}`, '2.4.4.1');
  }
  const pattern = below(at, 'correctResponsesPattern');
  if (correctResponsesPattern !== undefined && list(correctResponsesPattern, pattern, faults, '2.4.4.1'))
    correctResponsesPattern.forEach((one, index) => text(one, `${pattern}[${index}]`, faults, '2.4.4.1'));
  for (const key of lists) componentFaults(value[key], below(at, key), faults);
}

function componentFaults(value: unknown, at: string, faults: Faults): void {
  if (!list(value, at, faults, '2.4.4.1')) return;
  const seen = new Set<unknown>();
  value.forEach((one, index) => {
    const place = `${at}[${index}]`;
    if (!thing(one, place, componentKeys, faults, '2.4.4.1')) return;
    if (text(one.id, below(place, 'id'), faults, '2.4.4.1') && seen.has(one.id))
      faults.add(below(place, 'id'), 'is there already: ids in a list are distinct', '2.4.4.1');
    seen.add(one.id);
    if (one.description !== undefined) languageMap(one.description, below(place, 'description'), faults);
  });
}
