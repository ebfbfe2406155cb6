import { cleanBlocks, cleanInline, wordsOf } from './clean-markdown.js';
import { factsInHtml, type FactShown } from './facts-in-html.js';
import { Html, html } from './live/html.js';

/** Where an author's prose stands, and so what its headings and links become. */
export interface ProsePlace {
  /** The level `##` gets: 2, or one deeper where the lesson's own title is an h2. */
  headingLevel: number;
  media(path: string): string;
  /** A link inside the guide, from the stable id of a lesson, a block or a question; null when nothing has that id. */
  inside(id: string): { href: string; lesson: string } | null;
  /** The id of the note about a word of the guide's own list, from its name; null where it has none. */
  word(name: string): string | null;
  fact(name: string): FactShown | null;
  /** Read aloud before the name of a table. */
  tableWord: string;
  /** What the table is called; otherwise the names of its columns say what it is about. */
  tableName?: string | null;
}

/** Block Markdown as safe HTML of this page. */
export function prose(text: string, place: ProsePlace): Html {
  const clean = withWords(cleanBlocks(text, place.headingLevel), place, button);
  return new Html(withScrollingTables(factsInHtml(withAddresses(clean, place), place.fact), place));
}

/** Inline Markdown as safe HTML of this page, for a prompt or a choice. */
export function inlineProse(text: string, place: ProsePlace): Html {
  const clean = withWords(cleanInline(text), place, (_id, words) => words);
  return new Html(factsInHtml(withAddresses(clean, place), place.fact));
}

/** Inline Markdown as the words alone, for a link or a title. Not HTML: to be escaped where it is written. */
export function plainWords(text: string): string {
  return wordsOf(cleanInline(text));
}

/** Links to words become what opens their notes. Inside a label or a button they are only words. */
function withWords(clean: string, place: ProsePlace, write: (id: string, words: string) => string): string {
  return clean.replaceAll(/<a href="#([^"]*)">(.*?)<\/a>/gsu, (link, name: string, words: string) => {
    const id = place.inside(name) ? null : place.word(name);
    return id === null ? link : write(id, words);
  });
}

function button(id: string, words: string): string {
  return `<button type="button" class="term"${attribute('popovertarget', id)}>${words}</button>`;
}

/** In cleaned HTML a `<` always begins a tag, so what looks like a link is one. */
function withAddresses(clean: string, place: ProsePlace): string {
  return clean
    .replaceAll(/<a href="#([^"]*)">/gu, (_link, id: string) => {
      const target = place.inside(id);
      return target ? `<a${attribute('href', target.href)}${attribute('data-place', target.lesson)}>` : '<a>';
    })
    .replaceAll(/<(a|img) (href|src)="(media\/[^"]*)"/gu, (_start, tag: string, name: string, path: string) => {
      return `<${tag}${attribute(name, place.media(path))}`;
    });
}

function attribute(name: string, value: string): string {
  return ` ${name}="${html`${value}`.text}"`;
}

/** A wide table scrolls by itself, also by keyboard, and says what it is about. */
function withScrollingTables(clean: string, { tableWord, tableName }: ProsePlace): string {
  return clean.replaceAll(/<table>.*?<\/table>/gsu, (table) => {
    const columns = [...table.matchAll(/<th\b[^>]*>(.*?)<\/th>/gsu)].map(([, cell]) => wordsOf(cell ?? ''));
    const label = [tableWord, tableName ?? columns.filter(Boolean).join(', ')].filter(Boolean).join(': ');
    return html`<div class="table-scroll" role="group" tabindex="0" aria-label="${label}">${new Html(table)}</div>`
      .text;
  });
}
