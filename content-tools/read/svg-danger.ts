/**
 * What an SVG holds that a drawing does not need, in Bokmål to follow a colon; null where it is only a drawing. Reads XML
 * strictly and refuses what it does not understand, so that no browser can understand it otherwise.
 */
export function svgDanger(text: string): string | null {
  const open: string[] = [];
  let at = 0;
  let isFirst = true;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const between = text.slice(at, next < 0 ? text.length : next);
    if (/&(?!(amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)/iu.test(between)) return 'den har ukjente tegnkoder';
    if (open.at(-1) === 'style' && isUnsafeStyle(between)) return 'stilene henter noe fra et annet sted';
    if (open.length === 0 && between.trim() !== '') return 'fila er ikke en hel SVG-tegning';
    if (next < 0) break;
    const mark = markAt(text, next);
    if (mark === null) return 'fila er ikke en hel SVG-tegning';
    if (mark.kind === 'refused') return mark.why;
    if (mark.kind === 'start') {
      if (isFirst ? mark.name !== 'svg' : open.length === 0) return 'fila er ikke en hel SVG-tegning';
      const danger = elementDanger(mark.name) ?? attributesDanger(mark.attributes);
      if (danger) return danger;
      isFirst = false;
      if (!mark.isClosed) open.push(mark.name);
    }
    if (mark.kind === 'end' && open.pop() !== mark.name) return 'fila er ikke en hel SVG-tegning';
    if (open.length > 100) return 'den har for mange nivåer';
    at = mark.end;
  }
  return isFirst || open.length > 0 ? 'fila er ikke en hel SVG-tegning' : null;
}

type Mark =
  | { kind: 'start'; name: string; attributes: [string, string][]; isClosed: boolean; end: number }
  | { kind: 'end'; name: string; end: number }
  | { kind: 'silent'; end: number }
  | { kind: 'refused'; why: string; end: number };

function markAt(text: string, at: number): Mark | null {
  if (text.startsWith('<!--', at)) return skipTo(text, at + 4, '-->');
  if (/^<!doctype/iu.test(text.slice(at, at + 9))) return { kind: 'refused', why: 'den har en DOCTYPE', end: at };
  if (text.startsWith('<!', at)) return { kind: 'refused', why: 'den har CDATA eller ENTITY', end: at };
  if (text.startsWith('<?xml-stylesheet', at)) return { kind: 'refused', why: 'den henter en stil', end: at };
  if (text.startsWith('<?', at)) return skipTo(text, at + 2, '?>');
  const end = /<\/([A-Za-z_][\w.:-]*)\s*>/uy;
  end.lastIndex = at;
  const ended = end.exec(text);
  return ended ? { kind: 'end', name: ended[1] ?? '', end: end.lastIndex } : startAt(text, at);
}

function startAt(text: string, at: number): Mark | null {
  const name = /<([A-Za-z_][\w.:-]*)/uy;
  name.lastIndex = at;
  const found = name.exec(text);
  if (!found) return null;
  const attributes: [string, string][] = [];
  const attribute = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
  let end = name.lastIndex;
  for (;;) {
    attribute.lastIndex = end;
    const one = attribute.exec(text);
    if (!one) break;
    attributes.push([one[1] ?? '', one[2] ?? one[3] ?? '']);
    end = attribute.lastIndex;
  }
  const close = /\s*(\/?)>/uy;
  close.lastIndex = end;
  const closed = close.exec(text);
  if (!closed) return null;
  return { kind: 'start', name: found[1] ?? '', attributes, isClosed: closed[1] === '/', end: close.lastIndex };
}

function skipTo(text: string, from: number, sign: string): Mark | null {
  const end = text.indexOf(sign, from);
  return end < 0 ? null : { kind: 'silent', end: end + sign.length };
}

const refusedElements = [
  ...['script', 'foreignobject', 'iframe', 'object', 'embed', 'audio', 'video', 'handler', 'listener', 'link', 'meta'],
  ...['base', 'form', 'input', 'html', 'body', 'img'],
];

function elementDanger(name: string): string | null {
  const local = localName(name);
  if (local === 'script') return 'den har et skript';
  return refusedElements.includes(local) ? `den har elementet <${name.slice(0, 30)}>` : null;
}

function attributesDanger(attributes: readonly [string, string][]): string | null {
  for (const [name, value] of attributes) {
    const local = localName(name);
    if (local.startsWith('on')) return `den har en hendelse (${name.slice(0, 30)})`;
    if (value.includes('http://www.w3.org/1999/xhtml')) return 'den har HTML inni';
    if (/&(?!(amp|lt|gt|quot|apos);)/iu.test(value) && local !== 'd') return 'den har tegnkoder i en egenskap';
    if ((local === 'href' || local === 'src') && !isOwnReference(value)) return 'den viser til noe utenfor seg selv';
    if (local === 'base' || (local === 'attributename' && /href|^on/iu.test(value))) return 'den endrer lenker';
    if (!name.startsWith('xmlns') && isUnsafeStyle(value)) return 'den henter noe fra et annet sted';
  }
  return null;
}

/** `#id`, or a picture inside the drawing itself. */
function isOwnReference(value: string): boolean {
  return value === '' || value.startsWith('#') || /^data:image\/(png|jpeg|webp);base64,[a-z0-9+/=\s]*$/iu.test(value);
}

function isUnsafeStyle(value: string): boolean {
  if (/@import|expression\s*\(|javascript:|\\|image-set|src\s*\(/iu.test(value)) return true;
  return [...value.matchAll(/url\s*\(\s*(.?.?)/giu)].some(
    ([, start = '']) => !start.replace(/^["'&]/u, '').startsWith('#'),
  );
}

function localName(name: string): string {
  return (name.split(':').at(-1) ?? name).toLowerCase();
}
