import { languages, type Language } from '@kursdugnad/core/course/course.js';
import { wordsIn } from '../plain-text.js';

/** Heavy words and what to write instead, by language. A word ends where its letters do. */
const heavy: Record<Language, Record<string, string>> = {
  nb: {
    'i henhold til': '«etter» eller «slik … sier»',
    'vedrørende|angående': '«om»',
    'såfremt|dersom det skulle vise seg': '«hvis»',
    'iverksett\\p{L}*': '«sette i gang» eller «begynne»',
    'implementer\\p{L}*': '«innføre» eller «ta i bruk»',
    'anvend\\p{L}*': '«bruke»',
    'foreligger?': '«finnes» eller «er»',
    'forefinn\\p{L}*': '«finnes»',
    'hensynta\\p{L}*': '«ta hensyn til»',
    'avhold(?:e|es|er|t)': '«holde» eller «ha»',
    'besørg\\p{L}*': '«sørge for»',
    'anmod\\p{L}*': '«be»',
    'inneha\\p{L}*': '«ha»',
    'bibehold\\p{L}*': '«beholde»',
    'påse|påses': '«passe på»',
    'tilkjennegi\\p{L}*': '«si» eller «vise»',
    'forestå\\p{L}*': '«stå for»',
    'utarbeid\\p{L}*': '«lage» eller «skrive»',
    'benytt(?:e|es|er|et)': '«bruke»',
    'på bakgrunn av': '«fordi» eller «på grunn av»',
    'i forbindelse med': '«ved», «når» eller «om»',
    'med hensyn til': '«om» eller «når det gjelder»',
    'per dags dato|p\\.t\\.': '«nå» eller «i dag»',
    herunder: '«for eksempel» eller «også»',
    undertegnede: '«jeg»',
    'ovennevnte|nevnte': 'hva du mener, en gang til',
    'etterlev(?:es|else)': '«følge»',
  },
  nn: {
    'i samsvar med|i høve til': '«etter» eller «slik … seier»',
    'vedkomande|vedrørande': '«om»',
    'iverksett\\p{L}*': '«setje i gang» eller «begynne»',
    'implementer\\p{L}*': '«innføre» eller «ta i bruk»',
    'føreligg\\p{L}*': '«finst» eller «er»',
    'utarbeid\\p{L}*': '«lage» eller «skrive»',
    'nytt(?:ar|ast) seg av': '«bruke»',
    'på bakgrunn av': '«fordi» eller «på grunn av»',
    'i samband med': '«ved», «når» eller «om»',
  },
  en: {
    'utili[sz]e\\p{L}*': '«use»',
    'in order to': '«to»',
    'prior to': '«before»',
    'in the event of': '«if»',
    'commence\\p{L}*': '«begin»',
    'with regard to': '«about»',
    'pursuant to': '«under»',
  },
};

const patterns = new Map<Language, [RegExp, string][]>(
  languages.map((language) => [
    language,
    Object.entries(heavy[language]).map(([word, plain]) => [
      new RegExp(`(?<![\\p{L}-])(?:${word})(?![\\p{L}-])`, 'iu'),
      plain,
    ]),
  ]),
);

export function heavyWords(language: Language): readonly [RegExp, string][] {
  return patterns.get(language) ?? [];
}

/** Small words that one language has and the others have not. */
const telling: Record<Language, ReadonlySet<string>> = {
  nb: new Set([
    'ikke',
    'jeg',
    'noe',
    'hva',
    'hvor',
    'hvem',
    'hvordan',
    'bare',
    'fra',
    'være',
    'mye',
    'dere',
    'hun',
    'gjør',
    'dem',
  ]),
  nn: new Set([
    'ikkje',
    'eg',
    'noko',
    'kva',
    'korleis',
    'kvar',
    'kven',
    'berre',
    'frå',
    'vere',
    'mykje',
    'dykk',
    'ho',
    'dei',
    'gjer',
    'ein',
  ]),
  en: new Set([
    'the',
    'and',
    'you',
    'your',
    'is',
    'are',
    'of',
    'with',
    'this',
    'that',
    'have',
    'not',
    'they',
    'before',
    'what',
  ]),
};

/** The language that at least three small words and a sixth of a text's words speak for; null where that is none or two. */
export function likelyLanguage(text: string): Language | null {
  const words = wordsIn(text.slice(0, 5_000)).map((word) => word.toLowerCase().replace(/[^\p{L}]/gu, ''));
  const count = (language: Language) => words.filter((word) => telling[language].has(word)).length;
  const [first, second] = languages
    .map((language) => ({ language, found: count(language) }))
    .sort((a, b) => b.found - a.found);
  if (!first || !second || first.found < 3 || first.found < words.length / 6) return null;
  return second.found === 0 || first.found > 3 * second.found ? first.language : null;
}
