import type { PackageFacts } from './inspect-package.js';

export type ManifestFault =
  'manifest-too-large' | 'manifest-unsafe' | 'nothing-launchable' | 'launch-missing' | 'launch-elsewhere';

const most = 5 * 1024 * 1024;

interface Tag {
  /** Without its prefix, in lower case. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** What stands right after it, up to the next tag. */
  text: string;
}

/** What `imsmanifest.xml` or `cmi5.xml` says of its package. `paths` are all files in it. */
export function manifestFacts(
  name: string,
  bytes: Buffer,
  paths: ReadonlySet<string>,
): PackageFacts | { fault: ManifestFault } {
  if (bytes.length > most) return { fault: 'manifest-too-large' };
  const text = bytes.toString('utf8');
  if (/<!(doctype|entity)/iu.test(text)) return { fault: 'manifest-unsafe' };
  const tags = tagsIn(text);
  const facts = name === 'cmi5.xml' ? cmi5Facts(tags) : scormFacts(tags);
  if (facts.items === 0) return { fault: 'nothing-launchable' };
  if (/^[a-z][a-z0-9+.-]*:|^\/|(^|\/)\.\.(\/|$)/iu.test(facts.launch)) return { fault: 'launch-elsewhere' };
  return paths.has(plainPath(facts.launch)) ? facts : { fault: 'launch-missing' };
}

function scormFacts(tags: readonly Tag[]): PackageFacts {
  const version = textOf(tags, 'schemaversion');
  const units = tags.filter(
    ({ name, attributes }) => name === 'resource' && attributes.get('scormtype')?.toLowerCase() === 'sco',
  );
  return {
    kind: version === '1.2' ? 'scorm12' : 'scorm2004',
    version,
    title: textOf(tags, 'title') ?? '',
    language: null,
    items: units.length,
    launch: units[0]?.attributes.get('href') ?? '',
    warnings: version === null ? ['Pakka sier ikke hvilken versjon av SCORM den er.'] : [],
  };
}

function cmi5Facts(tags: readonly Tag[]): PackageFacts {
  const said = tags.find(({ name }) => name === 'langstring');
  return {
    kind: 'cmi5',
    version: tags[0]?.attributes.get('xmlns')?.includes('/v1/') ? '1.0' : null,
    title: said?.text ?? '',
    language: said?.attributes.get('lang') ?? null,
    items: tags.filter(({ name }) => name === 'au').length,
    launch: textOf(tags, 'url') ?? '',
    warnings: [],
  };
}

function textOf(tags: readonly Tag[], name: string): string | null {
  return tags.find((tag) => tag.name === name)?.text ?? null;
}

/** Opening tags in order. Sloppy XML gives what it gives; nothing here is taken on trust. */
function tagsIn(text: string): Tag[] {
  const plain = without(without(text, '<!--', '-->'), '<?', '?>');
  return [...plain.matchAll(/<([A-Za-z][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>([^<]*)/gu)].map(
    ([, name = '', attributes = '', after = '']) => ({
      name: local(name),
      attributes: new Map(
        [...attributes.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)].map(
          ([, key = '', one, other]) => [local(key), unescaped(one ?? other ?? '')] as const,
        ),
      ),
      text: unescaped(after).trim(),
    }),
  );
}

/** One pass, however many openings are never closed. */
function without(text: string, open: string, close: string): string {
  const [first = '', ...rest] = text.split(open);
  const kept = rest.map((part) => (part.includes(close) ? part.slice(part.indexOf(close) + close.length) : ''));
  return first + kept.join('');
}

function local(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase();
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/giu, (whole, decimal, hex, name) => {
    if (name) return named[String(name)] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The file's own path: without what is asked of it, and as it is written in a zip. */
function plainPath(href: string): string {
  const path = href.replace(/[?#].*$/u, '').replace(/^\.\//u, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
