/** Text that is HTML already. Everything else that enters a page is escaped, so forgetting to escape is impossible. */
export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type Part = Html | string | number | false | null | undefined | Part[];

/** A piece of a page: html`<p>${untrusted}</p>`. Only for elements and double-quoted attributes. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((text, string, index) => text + written(parts[index - 1]) + string));
}

/** An attribute that is there or not: `hidden`, `checked`. */
export function flag(name: 'hidden' | 'checked' | 'disabled' | 'required' | 'default', on: boolean): Html {
  return new Html(on ? ` ${name}` : '');
}

/** A heading whose level depends on what stands above it. */
export function headingOf(level: number, content: Html): Html {
  return new Html(`<h${level}>${content.text}</h${level}>`);
}

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  return Array.isArray(part) ? part.map(written).join('') : escaped(String(part));
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
