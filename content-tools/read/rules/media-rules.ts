import { looksLike, mediaEndings, mediaKind } from '../media-kinds.js';
import { besideFilm, mediaUses } from '../media-uses.js';
import { languages } from '@kursdugnad/core/course/course.js';
import { readable, type Reading } from '../reading.js';
import { sourceText } from '../source-text.js';
import { svgDanger } from '../svg-danger.js';
import { aGuide, aGuideWith, drawing } from './example.js';
import { wholeFile, type Finding, type Rule } from './rule.js';

const manual = 'Bilder og film';
const image = '![En hånd under springen.](media/hand.svg)';
const good = aGuide(image, { 'media/hand.svg': drawing });

const escapes: Rule = {
  id: 'path-outside',
  severity: 'error',
  says: 'Navnet på fila peker ut av mappa.',
  mend: 'Legg fila rett i media-mappa, og gi den et enkelt navn.',
  manual,
  find: ({ files }) =>
    [...files.keys()]
      .filter(
        (path) => /^[/\\]|^[a-z]:|\\|\p{Cc}/iu.test(path) || path.split('/').some((part) => /^\.{0,2}$/u.test(part)),
      )
      .map((path) => ({ at: wholeFile(path.replace(/\p{Cc}/gu, '?').slice(0, 200)) })),
  fails: aGuide('Tekst.', { '../hand.svg': drawing }),
  passes: good,
};

const badName: Rule = {
  id: 'media-name',
  severity: 'error',
  says: 'Navnet på fila kan ikke brukes overalt.',
  mend: 'Bruk små bokstaver a–z, tall, bindestrek og punktum, uten mellomrom: romningsvei-2.svg.',
  manual,
  find: inMedia(({ path }) => path.length > 150 || !/^media(\/[a-z0-9]+([._-]+[a-z0-9]+)*){1,8}$/u.test(path)),
  fails: aGuide('![En hånd under springen.](media/Min%20hånd.svg)', { 'media/Min hånd.svg': drawing }),
  passes: good,
};

const unknownType: Rule = {
  id: 'media-type',
  severity: 'error',
  says: 'Denne typen fil kan ikke være med i en guide.',
  mend: `Bruk en av disse: ${mediaEndings.map((ending) => `.${ending}`).join(', ')}.`,
  manual,
  find: inMedia(({ path }) => mediaKind(path) === null),
  fails: aGuide('Tekst.', { 'media/program.exe': 'MZ' }),
  passes: good,
};

const falseType: Rule = {
  id: 'media-content',
  severity: 'error',
  says: 'Innholdet i fila er noe annet enn navnet sier.',
  mend: 'Åpne fila i et bildeprogram, og lagre den på nytt i riktig format. Det er ikke nok å endre navnet.',
  manual,
  find: inMedia(({ path, bytes }) => {
    const type = mediaKind(path)?.type;
    return type !== undefined && !looksLike(type, bytes);
  }),
  fails: aGuide('![En hånd.](media/hand.png)', { 'media/hand.png': drawing }),
  passes: good,
};

const tooLarge: Rule = {
  id: 'media-too-large',
  severity: 'error',
  says: 'Fila er for stor til å lastes på en telefon.',
  mend: 'Gjør den mindre. Grensene er 200 kB for .svg, 2 MB for andre bilder, 50 MB for film, 20 MB for lyd og 10 MB for vedlegg.',
  manual,
  find: ({ files }) =>
    [...files].flatMap(([path, bytes]) => {
      const most = path.startsWith('media/') ? mediaKind(path)?.most : undefined;
      const size = (bytes.length / 1024 / 1024).toFixed(1).replace('.', ',');
      return most !== undefined && bytes.length > most
        ? [{ at: wholeFile(path), says: `Fila er for stor: ${size} MB.` }]
        : [];
    }),
  fails: aGuideWith('', image, { 'media/hand.svg': `${drawing}${' '.repeat(200 * 1024)}` }),
  passes: good,
};

const unused: Rule = {
  id: 'media-unused',
  severity: 'warning',
  says: 'Fila er ikke brukt i guiden.',
  mend: 'Slett den, eller vis den i teksten.',
  manual,
  find: (reading) => {
    const used = usedPaths(reading);
    return [...reading.files.keys()]
      .filter((path) => path.startsWith('media/') && !used.has(path))
      .map((path) => ({ at: wholeFile(path) }));
  },
  fails: aGuide('Tekst.', { 'media/hand.svg': drawing }),
  passes: good,
};

const unsafeSvg: Rule = {
  id: 'svg-unsafe',
  severity: 'error',
  says: 'Tegningen inneholder noe annet enn tegning.',
  mend: 'Lagre den på nytt som «vanlig SVG» (Plain SVG) i tegneprogrammet, eller lagre den som .png.',
  manual,
  find: ({ files }) =>
    [...files].flatMap(([path, bytes]): Finding[] => {
      if (mediaKind(path)?.use !== 'image' || !path.endsWith('.svg') || bytes.length > 1024 * 1024) return [];
      const source = sourceText(bytes);
      const danger = 'text' in source ? svgDanger(source.text) : 'teksten i fila er ikke UTF-8';
      return danger ? [{ at: wholeFile(path), says: `Tegningen kan ikke brukes: ${danger}.` }] : [];
    }),
  fails: aGuideWith('', image, { 'media/hand.svg': drawing.replace('<title>', '<script>alert(1)</script><title>') }),
  passes: good,
};

const badText: Rule = {
  id: 'media-text-not-utf8',
  severity: 'error',
  says: 'Tekstfila er ikke lagret som UTF-8, så æ, ø og å kan ikke leses.',
  mend: 'Lagre fila på nytt, og velg tegnkodingen UTF-8 når programmet spør.',
  manual,
  find: inMedia(({ path, bytes }) => {
    const use = mediaKind(path)?.use;
    return (use === 'captions' || use === 'text') && 'fault' in sourceText(bytes);
  }),
  fails: aGuideWith('', '![Film.](media/vask.mp4)', { 'media/vask.nb.txt': Buffer.from('Såpe', 'latin1') }),
  passes: good,
};

/** Everything the guides show or link to, and what belongs to a film that they show. */
function usedPaths(reading: Reading): ReadonlySet<string> {
  const shown = readable(reading).flatMap((guide) => mediaUses(guide).flatMap(({ path }) => path ?? []));
  const besideFilms = shown
    .filter((path) => ['video', 'audio'].includes(mediaKind(path)?.use ?? ''))
    .flatMap((path) =>
      languages.flatMap((language) => [besideFilm(path, language, 'vtt'), besideFilm(path, language, 'txt')]),
    );
  return new Set([...shown, ...besideFilms]);
}

function inMedia(isBroken: (file: { path: string; bytes: Buffer }) => boolean) {
  return ({ files }: Reading): Finding[] =>
    [...files]
      .filter(([path, bytes]) => path.startsWith('media/') && isBroken({ path, bytes }))
      .map(([path]) => ({ at: wholeFile(path.slice(0, 200)) }));
}

export const mediaRules = [escapes, badName, unknownType, falseType, tooLarge, unused, unsafeSvg, badText];
