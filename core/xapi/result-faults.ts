import { below, type Faults, type Thing } from './fault.js';
import { duration, extensions, iri, languageMap, number, text, thing, truth } from './value-faults.js';

const resultKeys = new Set(['score', 'success', 'completion', 'response', 'duration', 'extensions']);
const scoreKeys = new Set(['scaled', 'raw', 'min', 'max']);

export function resultFaults(value: unknown, at: string, faults: Faults): void {
  if (!thing(value, at, resultKeys, faults, '2.4.5')) return;
  if (value.score !== undefined) scoreFaults(value.score, below(at, 'score'), faults);
  if (value.success !== undefined) truth(value.success, below(at, 'success'), faults, '2.4.5');
  if (value.completion !== undefined) truth(value.completion, below(at, 'completion'), faults, '2.4.5');
  if (value.response !== undefined) text(value.response, below(at, 'response'), faults, '2.4.5');
  if (value.duration !== undefined) duration(value.duration, below(at, 'duration'), faults);
  if (value.extensions !== undefined) extensions(value.extensions, below(at, 'extensions'), faults);
}

function scoreFaults(value: unknown, at: string, faults: Faults): void {
  if (!thing(value, at, scoreKeys, faults, '2.4.5.1')) return;
  const { scaled } = value;
  const [raw, min, max] = (['raw', 'min', 'max'] as const).map((key) => measured(value, key, at, faults));
  if (scaled !== undefined && number(scaled, below(at, 'scaled'), faults, '2.4.5.1') && (scaled < -1 || scaled > 1))
    faults.add(below(at, 'scaled'), 'must be from -1 to 1', '2.4.5.1');
  if (min !== undefined && max !== undefined && min >= max)
    faults.add(below(at, 'min'), 'must be less than max', '2.4.5.1');
  if (raw !== undefined && ((min !== undefined && raw < min) || (max !== undefined && raw > max)))
    faults.add(below(at, 'raw'), 'must lie between min and max', '2.4.5.1');
}

function measured(score: Thing, key: string, at: string, faults: Faults): number | undefined {
  const value = score[key];
  return value !== undefined && number(value, below(at, key), faults, '2.4.5.1') ? value : undefined;
}

const attachmentKeys = new Set(['usageType', 'display', 'description', 'contentType', 'length', 'sha2', 'fileUrl']);

export function attachmentFaults(value: unknown, at: string, faults: Faults): void {
  if (!thing(value, at, attachmentKeys, faults, '2.4.11')) return;
  iri(value.usageType, below(at, 'usageType'), faults, '2.4.11');
  languageMap(value.display, below(at, 'display'), faults);
  if (value.description !== undefined) languageMap(value.description, below(at, 'description'), faults);
  if (typeof value.contentType !== 'string' || !/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+([ \t]*;.*)?$/.test(value.contentType))
    faults.add(below(at, 'contentType'), 'must be a media type such as text/plain', '2.4.11');
  if (!Number.isInteger(value.length) || (value.length as number) < 0)
    faults.add(below(at, 'length'), 'must be a whole number of bytes', '2.4.11');
  if (typeof value.sha2 !== 'string' || !/^(?:[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i.test(value.sha2))
    faults.add(below(at, 'sha2'), 'must be a SHA-2 in hexadecimal digits', '2.4.11');
  if (value.fileUrl !== undefined) iri(value.fileUrl, below(at, 'fileUrl'), faults, '2.4.11');
}
