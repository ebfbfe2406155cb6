import { namedHeadings, questionsIn, type GuideDraft } from '../guide-draft.js';
import { mediaKind } from '../media-kinds.js';
import { mediaUses } from '../media-uses.js';
import { passagesIn, sentencesIn, wordsIn, type Passage } from '../plain-text.js';
import { readable } from '../reading.js';
import { aGuide, aGuideWhere, fine } from './example.js';
import { placeIn, type Rule } from './rule.js';

const manual = 'Tekst, lister, tabeller og sitater';
const mostWords = 35;
const mostLix = 50;

const longSentence: Rule = {
  id: 'sentence-long',
  severity: 'warning',
  says: `Setningen har mer enn ${mostWords} ord.`,
  mend: 'Del den i to eller tre. Én tanke i hver setning er lettest å lese.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      passagesIn(guide.tokens).flatMap((passage) => {
        const most = Math.max(0, ...sentencesIn(passage.text).map((sentence) => wordsIn(sentence).length));
        return most > mostWords ? [{ at: placeIn(guide, passage), says: `Her er en setning på ${most} ord.` }] : [];
      }),
    ),
  fails: aGuide(`Du vasker hendene ${'og du tørker dem godt '.repeat(8)}før du går.`),
  passes: fine,
};

const heavyLesson: Rule = {
  id: 'lesson-hard-to-read',
  severity: 'warning',
  says: `Leksjonen er tung å lese: lesbarhetsindeksen (LIX) er over ${mostLix}.`,
  mend: 'Del lange setninger, og bytt lange ord med korte. Under 40 er lett å lese.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      guide.lessons.flatMap(({ heading, tokens }) => {
        const lix = readabilityIndex(passagesIn(tokens));
        if (lix <= mostLix) return [];
        const says = `Leksjonen «${heading.title}» er tung å lese: lesbarhetsindeksen (LIX) er ${Math.round(lix)}.`;
        return [{ at: placeIn(guide, heading), says }];
      }),
    ),
  fails: aGuide(
    `# Hygiene {#hygiene}\n\n${'Virksomhetens retningslinjer vedrørende håndhygienetiltak implementeres fortløpende. '.repeat(10)}`,
  ),
  passes: fine,
};

const implausibleMinutes: Rule = {
  id: 'minutes-implausible',
  severity: 'warning',
  says: 'Tiden øverst passer dårlig til hvor mye det er å lese og svare på.',
  mend: 'Be en kollega ta guiden, og skriv hvor mange minutter det tok.',
  manual: 'Øverst: opplysninger om guiden',
  find: (reading) =>
    readable(reading).flatMap((guide) => {
      const { minutes } = guide.frontMatter.values;
      if (minutes === undefined) return [];
      const likely = likelyMinutes(guide);
      if (minutes >= likely * 0.5 - 1 && minutes <= likely * 3 + 5) return [];
      const at = placeIn(guide, guide.frontMatter.places.get('minutes') ?? { line: 1, column: 1 });
      return [{ at, says: `Det står ${minutes} minutter, men guiden ser ut til å ta omtrent ${Math.ceil(likely)}.` }];
    }),
  fails: aGuideWhere('minutes', 'minutes: 90'),
  passes: fine,
};

/** Two hundred words a minute, half a minute's thought for a question, one minute for a film. */
function likelyMinutes(guide: GuideDraft): number {
  const words = passagesIn(guide.tokens).reduce((sum, { text }) => sum + wordsIn(text).length, 0);
  const films = mediaUses(guide).filter(({ path }) => mediaKind(path ?? '')?.use === 'video');
  return words / 200 + questionsIn(guide).length * 0.5 + films.length + namedHeadings(guide).length * 0.05;
}

/** Björnsson's LIX. Too little text says nothing, so below fifty words it is 0. A passage ends a sentence. */
function readabilityIndex(passages: readonly Passage[]): number {
  const prose = passages.filter((passage) => !passage.isHeading);
  const sentences = prose.flatMap(({ text }) => sentencesIn(text));
  const words = sentences.flatMap(wordsIn);
  if (words.length < 50) return 0;
  const long = words.filter((word) => word.replace(/[^\p{L}\p{N}-]/gu, '').length > 6);
  return words.length / sentences.length + (100 * long.length) / words.length;
}

export const readingEaseRules = [longSentence, heavyLesson, implausibleMinutes];
