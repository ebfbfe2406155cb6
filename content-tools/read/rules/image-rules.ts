import { mediaKind } from '../media-kinds.js';
import { languagesBesideFilm, mediaUses, type MediaUse } from '../media-uses.js';
import { readable, type Reading } from '../reading.js';
import { aGuide, drawing, film } from './example.js';
import { placeIn, type Finding, type Rule } from './rule.js';

const manual = 'Bilder og film';
const withDrawing = { 'media/hand.svg': drawing };
const withFilm = { 'media/vask.mp4': film };
const captions = { 'media/vask.nb.vtt': 'WEBVTT\n\n00:00.000 --> 00:02.000\nSåpe først.\n' };
const transcript = { 'media/vask.nb.txt': 'Såpe først, så vann.' };
const good = aGuide('![En hånd under springen.](media/hand.svg "Såpe først")', withDrawing);
const goodFilm = aGuide('![Film: slik vasker du hendene.](media/vask.mp4)', {
  ...withFilm,
  ...captions,
  ...transcript,
});

const imageElsewhere: Rule = {
  id: 'image-elsewhere',
  severity: 'error',
  says: 'Bildet eller filmen ligger utenfor media-mappa.',
  mend: 'Legg fila i media-mappa, og skriv adressen som media/navnet. Bilder fra nettet blir ikke hentet.',
  manual,
  find: inImages(({ href, path }) => href !== '' && !path?.startsWith('media/')),
  fails: aGuide('![En hånd.](https://example.no/hand.svg)'),
  passes: good,
};

const imageMissing: Rule = {
  id: 'media-missing',
  severity: 'error',
  says: 'Fila finnes ikke i media-mappa.',
  mend: 'Legg fila der, eller rett navnet. Store og små bokstaver må være like.',
  manual,
  find: filesNotThere,
  fails: aGuide('![En hånd under springen.](media/hand.svg)'),
  passes: good,
};

const notAnImage: Rule = {
  id: 'image-type',
  severity: 'error',
  says: 'Fila kan ikke vises som bilde eller film.',
  mend: 'Bruk .svg, .png, .jpg eller .webp for bilder, .mp4 for film og .mp3 eller .m4a for lyd. Til andre filer skriver du en lenke, uten utropstegn.',
  manual,
  find: inImages(({ path }) => {
    const use = mediaKind(path ?? '')?.use;
    return path !== null && path.startsWith('media/') && !['image', 'video', 'audio'].includes(use ?? '');
  }),
  fails: aGuide('![Instruksen.](media/instruks.pdf)', { 'media/instruks.pdf': '%PDF-1.7\n' }),
  passes: aGuide('[Instruksen](media/instruks.pdf)', { 'media/instruks.pdf': '%PDF-1.7\n' }),
};

const altMissing: Rule = {
  id: 'alt-missing',
  severity: 'error',
  mayBeAccepted: true,
  says: 'Den som ikke ser, får ikke vite hva bildet eller filmen viser.',
  mend: 'Skriv i hakeparentesen hva som er viktig å se. Bare et bilde uten tekst under kan være ren pynt.',
  manual,
  find: inImages(({ token, path }) => {
    const isDecoration = !token.title?.trim() && mediaKind(path ?? '')?.use !== 'video';
    return token.text.trim() === '' && !isDecoration;
  }),
  fails: aGuide('![](media/hand.svg "Såpe først")', withDrawing),
  passes: aGuide('![](media/hand.svg)', withDrawing),
};

const altFileName: Rule = {
  id: 'alt-file-name',
  severity: 'error',
  mayBeAccepted: true,
  says: 'Teksten til bildet er navnet på fila.',
  mend: 'Skriv hva som er viktig å se på bildet.',
  manual,
  find: inImages(({ token, path }) => {
    const text = token.text.trim().toLowerCase();
    const name = (path ?? '').split('/').at(-1)?.toLowerCase() ?? '';
    return text !== '' && (text === name || (/^\S+\.[a-z0-9]{2,4}$/u.test(text) && mediaKind(text) !== null));
  }),
  fails: aGuide('![hand.svg](media/hand.svg)', withDrawing),
  passes: good,
};

const altImageOf: Rule = {
  id: 'alt-image-of',
  severity: 'warning',
  says: 'Teksten begynner med at det er et bilde. Det sier skjermleseren allerede.',
  mend: 'Begynn med det bildet viser.',
  manual,
  find: inImages(({ token }) =>
    /^(et )?(bilde|bilete|foto|illustrasjon|image|picture) (av|of)\b/iu.test(token.text.trim()),
  ),
  fails: aGuide('![Bilde av en hånd.](media/hand.svg)', withDrawing),
  passes: good,
};

const filmInText: Rule = {
  id: 'film-in-text',
  severity: 'error',
  says: 'Filmen står inne i en setning, en liste eller et sitat.',
  mend: 'La filmen stå alene, med en tom linje over og under.',
  manual,
  find: inImages(({ path, isAlone }) => mediaKind(path ?? '')?.use === 'video' && !isAlone),
  fails: aGuide('Se ![Film: slik vasker du hendene.](media/vask.mp4) først.', {
    ...withFilm,
    ...captions,
    ...transcript,
  }),
  passes: goodFilm,
};

const noCaptions: Rule = {
  id: 'film-without-captions',
  severity: 'error',
  mayBeAccepted: true,
  says: 'Filmen mangler teksting.',
  mend: 'Legg tekstingen ved siden av filmen, med samme navn og språket: vask.mp4 har vask.nb.vtt.',
  manual,
  find: (reading) => filmsWithout(reading, 'vtt'),
  fails: aGuide('![Film: slik vasker du hendene.](media/vask.mp4)', { ...withFilm, ...transcript }),
  passes: goodFilm,
};

const noTranscript: Rule = {
  id: 'film-without-transcript',
  severity: 'warning',
  says: 'Filmen er ikke skrevet ut i ord.',
  mend: 'Skriv hva som sies og vises, i en tekstfil med samme navn: vask.mp4 har vask.nb.txt.',
  manual,
  find: (reading) => filmsWithout(reading, 'txt'),
  fails: aGuide('![Film: slik vasker du hendene.](media/vask.mp4)', { ...withFilm, ...captions }),
  passes: goodFilm,
};

function filesNotThere(reading: Reading): Finding[] {
  return readable(reading).flatMap((guide) =>
    mediaUses(guide)
      .filter(({ how, href, path }) => how === 'image' && (href === '' || path?.startsWith('media/')))
      .filter(({ path }) => !reading.files.has(path ?? ''))
      .map((use) => {
        const twin = [...reading.files.keys()].find((path) => path.toLowerCase() === use.path?.toLowerCase());
        const says = `Fila «${(use.path ?? '').slice(0, 100)}» finnes ikke.`;
        return {
          at: placeIn(guide, use),
          says,
          ...(twin ? { mend: `Den heter «${twin}». Rett det ene navnet.` } : {}),
        };
      }),
  );
}

function filmsWithout(reading: Reading, ending: 'vtt' | 'txt'): Finding[] {
  return readable(reading).flatMap((guide) =>
    mediaUses(guide)
      .filter(({ how, path }) => how === 'image' && mediaKind(path ?? '')?.use === 'video')
      .filter(({ path }) => languagesBesideFilm(path ?? '', ending, reading.files).length === 0)
      .map((use) => ({ at: placeIn(guide, use) })),
  );
}

function inImages(isBroken: (use: MediaUse) => boolean) {
  return (reading: Reading): Finding[] =>
    readable(reading).flatMap((guide) =>
      mediaUses(guide)
        .filter((use) => use.how === 'image' && isBroken(use))
        .map((use) => ({ at: placeIn(guide, use) })),
    );
}

export const imageRules = [
  ...[imageElsewhere, imageMissing, notAnImage, altMissing, altFileName, altImageOf],
  ...[filmInText, noCaptions, noTranscript],
];
