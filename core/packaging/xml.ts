/** Text that is XML already. Everything else that enters a document is escaped. */
export class Xml {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type XmlPart = Xml | string | number | false | XmlPart[];

/** A piece of a document: xml`<title>${untrusted}</title>`. Only for elements and double-quoted attributes. */
export function xml(strings: TemplateStringsArray, ...parts: XmlPart[]): Xml {
  return new Xml(strings.reduce((text, string, index) => text + written(parts[index - 1] ?? '') + string));
}

function written(part: XmlPart): string {
  if (part === false) return '';
  if (part instanceof Xml) return part.text;
  return Array.isArray(part) ? part.map(written).join('') : escaped(String(part));
}

function escaped(text: string): string {
  return writable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** What XML 1.0 can hold (2.2 Char): no control characters but tab and line ends, no half of a pair. */
function writable(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
