import { type Language, languages } from '@kursdugnad/core/course/course.js';

/** Of whoever is not signed in, or chose before signing in. Holds nothing but the language. */
const languageCookie = 'sprak';

/** The language chosen in this browser, else the first that the browser asks for and we have, else Bokmål. */
export function chosenLanguage(request: Request): Language {
  const kept = cookieValue(request, languageCookie);
  return languages.find((language) => language === kept) ?? accepted(request.headers.get('accept-language') ?? '');
}

export function languageCookieHeader(language: Language, secure: boolean): string {
  return `${languageCookie}=${language}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** The first of `nb;q=0.9, en` (by weight) that we speak; `no` is Bokmål. */
export function accepted(header: string): Language {
  const asked = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { tag: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of asked) {
    if (tag === 'no') return 'nb';
    const known = languages.find((language) => language === tag);
    if (known) return known;
  }
  return 'nb';
}

export function cookieValue(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
