import type { Language } from '@kursdugnad/core/course/language.js';
import type { GuideData } from '../render/guide-data.js';

declare global {
  interface Window {
    /** The guide's pages in its other languages, each put here by a script of its own: a file cannot fetch files. */
    kursdugnadEditions?: Partial<Record<Language, string>>;
  }
}

/** What the page says to the player, or null on a page that is no guide. */
export function guideDataIn(page: Document): GuideData | null {
  const block = page.getElementById('guide-data');
  return block ? (JSON.parse(block.textContent ?? '') as GuideData) : null;
}

/** Keeps the page as it is before anything has happened in it, so that one can come back to its language. */
export function keepEdition({ language, addresses }: GuideData): void {
  if (Object.keys(addresses).length < 2) return;
  const editions = (window.kursdugnadEditions ??= {});
  editions[language] ??= `<!doctype html>${document.documentElement.outerHTML}`;
}

/** Puts the guide in this language in the place of the page. Null where it is not translated, or the file is gone. */
export async function editionPage(language: Language, from: GuideData): Promise<GuideData | null> {
  if (!(language in from.addresses)) return null;
  const text = window.kursdugnadEditions?.[language] ?? (await loaded(language));
  if (text === undefined) return null;
  const page = new DOMParser().parseFromString(text, 'text/html');
  const data = guideDataIn(page);
  if (!data) return null;
  document.documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  document.body.replaceWith(document.adoptNode(page.body));
  return data;
}

function loaded(language: Language): Promise<string | undefined> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = `sprak-${language}.js`;
    script.onload = () => resolve(window.kursdugnadEditions?.[language]);
    script.onerror = () => resolve(undefined);
    document.head.append(script);
  });
}
