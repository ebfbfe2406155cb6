import { isMap, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';

/** Field → what is written there: one text, or several. */
export type WrittenFields = Record<string, string | string[]>;

const top = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/u;
const longest = 20_000;

/** What the front matter of a guide says, right or wrong. Fields that hold more than texts are left out. Never throws. */
export function writtenFields(text: string): WrittenFields {
  const yaml = top.exec(text)?.[1];
  if (yaml === undefined || yaml.length > longest) return {};
  try {
    const { contents } = parseDocument(yaml, { prettyErrors: false });
    if (!isMap(contents)) return {};
    const fields: WrittenFields = {};
    for (const { key, value } of contents.items) {
      if (!isScalar(key)) continue;
      if (isScalar(value)) fields[String(key.value)] = scalarText(value);
      else if (isSeq(value)) {
        const items = value.items.filter((item) => isScalar(item));
        if (items.length === value.items.length) fields[String(key.value)] = items.map(scalarText);
      }
    }
    return fields;
  } catch {
    return {};
  }
}

function scalarText({ value, source }: Scalar): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : (source ?? JSON.stringify(value));
}

const numbers = new Set(['minutes', 'pass', 'valid']);
const inOneLine = new Set(['topics']);

/**
 * The text with these fields written: those that are there keep their place and the comments around them, new ones come
 * last, and an empty one is taken out. Everything else is as it was. Null where the front matter cannot be read.
 */
export function withFields(text: string, fields: WrittenFields): string | null {
  const found = top.exec(text);
  const yaml = found?.[1] ?? '';
  if (yaml.length > longest) return null;
  const document = parseDocument(yaml, { prettyErrors: false });
  if (document.errors.length > 0) return null;
  if (!isMap(document.contents)) document.contents = document.createNode({}) as never;
  const before = writtenFields(text);
  const changed = Object.entries(fields).filter(
    ([field, value]) => JSON.stringify(before[field] ?? '') !== JSON.stringify(value.length === 0 ? '' : value),
  );
  if (changed.length === 0) return text;
  for (const [field, value] of changed) {
    if (value.length === 0) document.delete(field);
    else document.set(field, written(document, field, value));
  }
  // Without wrapping, so that a line in the text stays a line.
  const body = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `---\n${body === '{}\n' ? '' : body}---\n${found ? text.slice(found[0].length) : `\n${text}`}`;
}

function written(document: ReturnType<typeof parseDocument>, field: string, value: string | string[]): unknown {
  if (typeof value === 'string') return numbers.has(field) && /^\d{1,4}$/u.test(value) ? Number(value) : value;
  const list = document.createNode(value);
  (list as { flow?: boolean }).flow = inOneLine.has(field);
  return list;
}
