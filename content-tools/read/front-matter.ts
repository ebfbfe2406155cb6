import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { frontMatterSchema, translatedFrontMatterSchema, type FrontMatter } from './front-matter-schema.js';

/** One thing wrong at the top of the guide. `field` is null where it is not about one field. */
export interface FieldFault {
  kind: 'missing' | 'invalid' | 'entry' | 'too-long' | 'unknown' | 'only-in-main' | 'yaml';
  field: string | null;
  /** The value as written, the entry of `facts` or `accepted`, or YAML's own code for what it could not read. */
  detail: string;
  line: number;
  column: number;
}

export interface FrontMatterDraft {
  present: boolean;
  /** Only the fields that are right. */
  values: Partial<FrontMatter>;
  faults: FieldFault[];
  /** Where each field that is written stands, and each entry in one: `facts.varslingskanal`, `accepted.0`. */
  places: ReadonlyMap<string, { line: number; column: number }>;
  /** The first line of the body, 1-based. */
  bodyLine: number;
  body: string;
}

const longestFrontMatter = 20_000;

/** Takes the text apart at the second `---` and reads what stands between. Never throws. */
export function readFrontMatter(text: string, isMain: boolean): FrontMatterDraft {
  const lines = text.split('\n');
  const end = lines[0]?.trimEnd() === '---' ? lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---') : -1;
  const none = { present: false, values: {}, faults: [], places: new Map(), bodyLine: 1, body: text };
  if (end < 0) return none;
  const yaml = lines.slice(1, end).join('\n');
  const body = lines.slice(end + 1).join('\n');
  return { present: true, bodyLine: end + 2, body, ...readFields(yaml, isMain) };
}

type Fields = Pick<FrontMatterDraft, 'values' | 'faults' | 'places'>;

function readFields(yaml: string, isMain: boolean): Fields {
  const unreadable = (detail: string, line: number, column: number): Fields => ({
    values: {},
    places: new Map(),
    faults: [{ kind: 'yaml', field: null, detail, line, column }],
  });
  if (yaml.length > longestFrontMatter) return unreadable('TOO_LONG', 1, 1);
  try {
    const counter = new LineCounter();
    const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
    const [error] = document.errors;
    if (error) {
      const at = counter.linePos(error.pos[0]);
      return unreadable(error.code, at.line + 1, at.col);
    }
    const values: unknown = document.toJS({ maxAliasCount: 0 });
    return checkFields(values, fieldPlaces(document, counter), isMain);
  } catch {
    return unreadable('UNREADABLE', 1, 1);
  }
}

function fieldPlaces(document: Document, counter: LineCounter): FrontMatterDraft['places'] {
  const places = new Map<string, { line: number; column: number }>();
  const note = (name: string, node: unknown) => {
    const range = (node as { range?: [number, number, number] | null } | null)?.range;
    const at = range && counter.linePos(range[0]);
    if (at) places.set(name, { line: at.line + 1, column: at.col });
  };
  if (!isMap(document.contents)) return places;
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue;
    note(String(key.value), key);
    const field = String(key.value);
    if (isMap(value)) for (const entry of value.items) note(`${field}.${String(entry.key)}`, entry.key);
    if (isSeq(value)) for (const [index, entry] of value.items.entries()) note(`${field}.${index}`, entry);
  }
  return places;
}

function checkFields(written: unknown, places: FrontMatterDraft['places'], isMain: boolean): Fields {
  const isFields = typeof written === 'object' && written !== null && !Array.isArray(written);
  const all: Record<string, unknown> = isFields ? { ...written } : {};
  const shape: Readonly<Record<string, z.ZodType>> = (isMain ? frontMatterSchema : translatedFrontMatterSchema).shape;
  const values: Record<string, unknown> = {};
  const faults: FieldFault[] = [];
  const say = (kind: FieldFault['kind'], field: string, detail = '') =>
    faults.push({ kind, field, detail, ...(places.get(field) ?? { line: 1, column: 1 }) });
  for (const [field, rule] of Object.entries(shape)) {
    const value = all[field] ?? undefined;
    const result = rule.safeParse(value);
    if (result.success) values[field] = result.data;
    else if (value === undefined) say('missing', field);
    else if (field === 'facts' || field === 'accepted') faults.push(entryFault(field, result.error.issues, places));
    else say(isTooLong(value, result.error.issues) ? 'too-long' : 'invalid', field, shown(value));
  }
  for (const field of Object.keys(all)) {
    if (field in shape) continue;
    say(field in frontMatterSchema.shape ? 'only-in-main' : 'unknown', field);
  }
  return { values, faults, places };
}

/** The first thing wrong in `facts` or `accepted`, at the entry it is in; `detail` is `accepted.0.date` or less. */
function entryFault(
  field: string,
  issues: readonly { path: readonly PropertyKey[] }[],
  places: FrontMatterDraft['places'],
): FieldFault {
  const path = [field, ...(issues[0]?.path ?? [])].map(String);
  const at = places.get(path.slice(0, 2).join('.')) ?? places.get(field) ?? { line: 1, column: 1 };
  return { kind: 'entry', field, detail: path.join('.').slice(0, 100), ...at };
}

function isTooLong(value: unknown, issues: readonly { code?: string }[]): boolean {
  return typeof value === 'string' && issues.some((issue) => issue.code === 'too_big');
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
