import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';

/** A local fact as it is written at the top of a guide, right or wrong. */
export interface WrittenFact {
  name: string;
  description: string;
  default: string;
}

const top = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/u;

/** The facts at the top of a guide. Never throws. */
export function writtenFacts(text: string): WrittenFact[] {
  const facts = factsIn(read(text));
  return (facts?.items ?? []).flatMap(({ key, value }) => {
    if (!isScalar(key) || !isMap(value)) return [];
    const said = (field: string) => {
      const found: unknown = value.get(field);
      return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
    };
    return [{ name: String(key.value), description: said('description'), default: said('default') }];
  });
}

/**
 * The text with these facts and no others: one that is there keeps its place and what else is said of it. Null where the
 * front matter cannot be read.
 */
export function withWrittenFacts(text: string, facts: readonly WrittenFact[]): string | null {
  if (JSON.stringify(facts) === JSON.stringify(writtenFacts(text))) return text;
  const found = top.exec(text);
  const document = read(text);
  if (!found || !document || !isMap(document.contents)) return null;
  const known = factsIn(document);
  const wanted = new Set(facts.map(({ name }) => name));
  for (const { name } of writtenFacts(text)) if (!wanted.has(name)) known?.delete(name);
  for (const { name, description, default: standing } of facts) {
    document.setIn(['facts', name, 'description'], description);
    if (standing === '') document.deleteIn(['facts', name, 'default']);
    else document.setIn(['facts', name, 'default'], standing);
  }
  if (facts.length === 0) document.delete('facts');
  const body = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `---\n${body}---\n${text.slice(found[0].length)}`;
}

function read(text: string) {
  const yaml = top.exec(text)?.[1];
  if (yaml === undefined || yaml.length > 20_000) return null;
  const document = parseDocument(yaml, { prettyErrors: false });
  return document.errors.length === 0 ? document : null;
}

function factsIn(document: ReturnType<typeof read>): YAMLMap | null {
  const facts: unknown = isMap(document?.contents) ? document.contents.get('facts') : null;
  return isMap(facts) ? facts : null;
}
