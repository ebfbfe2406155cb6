import { factAddress, factPattern } from '@kursdugnad/core/course/facts.js';
import { html } from './live/html.js';

/** What a page writes for one `{{name}}`. */
export interface FactShown {
  text: string;
  kind: 'text' | 'phone' | 'email' | 'url';
  /** In a preview: what it asks the coordinator, so that it is seen which words are the municipality's own. */
  about: string | null;
}

/** Cleaned HTML with the facts in. Always escaped: in text as an element of its own, in an attribute as its words. */
export function factsInHtml(clean: string, fact: (name: string) => FactShown | null): string {
  if (!clean.includes('{{')) return clean;
  let links = 0;
  return clean
    .split(/(<[^>]*>)/u)
    .map((piece) => {
      if (piece.startsWith('<a ')) links += 1;
      if (piece === '</a>') links -= 1;
      const isTag = piece.startsWith('<');
      return piece.replace(factPattern, (whole, name: string) => {
        const shown = fact(name.trim());
        if (!shown) return whole;
        return isTag ? html`${shown.text}`.text : inText(shown, links > 0);
      });
    })
    .join('');
}

function inText(shown: FactShown, isInLink: boolean): string {
  const address = isInLink ? null : factAddress(shown.kind, shown.text);
  const words = address ? html`<a href="${address}">${shown.text}</a>` : html`${shown.text}`;
  return shown.about === null
    ? html`<span class="fact">${words}</span>`.text
    : html`<span class="fact" data-local title="${shown.about}">${words}</span>`.text;
}
