import { imageSize } from '../image-size.js';
import { mediaKind } from '../media-kinds.js';
import { languagesBesideFilm, mediaUses, type MediaUse } from '../media-uses.js';
import { readable, type Reading } from '../reading.js';
import { sourceText } from '../source-text.js';
import { svgDanger } from '../svg-danger.js';
import { svgTexts, type SvgText } from '../svg-text.js';
import { aGuide, aGuideWith, drawing, film } from './example.js';
import { placeIn, wholeFile, type Finding, type Rule } from './rule.js';

const manual = 'Bilder og film';
const image = '![En hånd under springen.](media/hand.svg)';
const withText = (text: string) =>
  aGuideWith(text, image, {
    'media/hand.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 200">\n<rect width="640" height="200" fill="#eef5f4"/>\n${text}\n</svg>`,
  });
const goodText = withText('<text x="20" y="60" font-size="32" fill="#12252b">Såpe</text>');
const photo = (width: number) => {
  const bytes = Buffer.alloc(40);
  bytes.writeUInt32BE(0x89504e47, 0);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(100, 20);
  return { 'media/hand.png': bytes };
};
const withPhoto = (caption: string, width = 1200) =>
  aGuide(`![En hånd under springen.](media/hand.png "${caption}")`, photo(width));
const withDrawing = { 'media/hand.svg': drawing };

const poorContrast: Rule = {
  id: 'svg-contrast',
  severity: 'warning',
  says: 'Teksten i tegningen har for lite kontrast mot det som ligger bak.',
  mend: 'Gjør teksten mørkere eller bakgrunnen lysere. Forholdet skal være minst 4,5 til 1, eller 3 til 1 for stor skrift.',
  manual,
  find: inDrawings(
    ({ contrast, size }) => contrast !== null && contrast < (size >= 24 ? 3 : 4.5),
    (text) => {
      const ratio = (text.contrast ?? 1).toFixed(1).replace('.', ',');
      return `«${text.words}» har kontrast ${ratio} til 1 mot det som ligger bak.`;
    },
  ),
  fails: withText('<text x="20" y="60" font-size="32" fill="#9fb8bd">Såpe</text>'),
  passes: goodText,
};

const smallText: Rule = {
  id: 'svg-text-small',
  severity: 'warning',
  says: 'Teksten i tegningen blir for liten til å lese på en telefon.',
  mend: 'Gjør skriften større, eller flytt ordene til teksten under bildet.',
  manual,
  find: inDrawings(
    ({ size }) => size < 9,
    ({ words, size }) => `«${words}» blir bare ${Math.round(size)} piksler høy på en telefon.`,
  ),
  fails: withText('<text x="20" y="60" font-size="12" fill="#12252b">Såpe</text>'),
  passes: goodText,
};

const hugeImage: Rule = {
  id: 'image-huge',
  severity: 'warning',
  says: 'Bildet har flere piksler enn noen skjerm viser, og bruker lang tid på å lastes.',
  mend: 'Gjør det høyst 2400 piksler bredt før du legger det i media-mappa.',
  manual,
  find: ({ files }) =>
    [...files].flatMap(([path, bytes]): Finding[] => {
      const size = mediaKind(path)?.use === 'image' ? imageSize(bytes) : null;
      const most = Math.max(size?.width ?? 0, size?.height ?? 0);
      return most > 4000 ? [{ at: wholeFile(path), says: `Bildet er ${most} piksler på det lengste.` }] : [];
    }),
  fails: withPhoto('Foto: Kari Nordmann', 6000),
  passes: withPhoto('Foto: Kari Nordmann'),
};

const credit: Rule = {
  id: 'picture-credit',
  severity: 'warning',
  says: 'Det står ikke hvem som har tatt bildet.',
  mend: 'Skriv det sist i teksten under: "… Foto: Kari Nordmann, Solvik kommune". Den som har laget et bilde, skal nevnes.',
  manual: 'Rettigheter',
  find: inImages(({ path, token, isAlone }) => {
    const isPhoto = /\.(jpe?g|png|webp)$/iu.test(path ?? '');
    return (
      isPhoto &&
      isAlone &&
      !/(foto|illustrasjon|kilde|kjelde|tegning|teikning|photo|image|skjermbilde)\w*\s*:|skjermbilde|skjermbilete|screenshot/iu.test(
        token.title ?? '',
      )
    );
  }),
  fails: withPhoto('Såpe først'),
  passes: withPhoto('Såpe først. Foto: Kari Nordmann'),
};

const reserved: Rule = {
  id: 'rights-reserved',
  severity: 'warning',
  says: 'Teksten sier at noen har forbeholdt seg rettighetene, men lisensen øverst sier at andre kan bruke guiden.',
  mend: 'Spør den som eier det, og skriv hva dere er blitt enige om, eller ta det bort.',
  manual: 'Rettigheter',
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      guide.frontMatter.body.split('\n').flatMap((line, index): Finding[] => {
        const at = line.search(/©|\(c\) ?\d{4}|alle rettigheter|all rights reserved|gjengitt med tillatelse/iu);
        return at < 0 ? [] : [{ at: placeIn(guide, { line: guide.frontMatter.bodyLine + index, column: at + 1 }) }];
      }),
    ),
  fails: aGuide('Oppskriften er © Såpefabrikken.'),
  passes: aGuide('Oppskriften har vi fått av Såpefabrikken, som lar alle bruke den.'),
};

const longAlt: Rule = {
  id: 'alt-long',
  severity: 'warning',
  says: 'Teksten til bildet er lengre enn 250 tegn.',
  mend: 'Si det viktigste i hakeparentesen, og skriv resten som vanlig tekst under bildet.',
  manual,
  find: inImages(({ token }) => token.text.length > 250),
  fails: aGuide(`![${'En hånd under springen, og en til. '.repeat(8)}](media/hand.svg)`, withDrawing),
  passes: aGuide(image, withDrawing),
};

const altIsCaption: Rule = {
  id: 'alt-same-as-caption',
  severity: 'warning',
  says: 'Teksten til bildet er den samme som teksten under, så den blir lest opp to ganger.',
  mend: 'Si i hakeparentesen hva som er å se, og under bildet hva det betyr.',
  manual,
  find: inImages(({ token }) => token.text.trim() !== '' && token.text.trim() === token.title?.trim()),
  fails: aGuide('![Såpe først](media/hand.svg "Såpe først")', withDrawing),
  passes: aGuide('![En hånd under springen.](media/hand.svg "Såpe først")', withDrawing),
};

const captionLanguage: Rule = {
  id: 'captions-other-language',
  severity: 'warning',
  says: 'Filmen har teksting, men ikke på språket guiden er skrevet på.',
  mend: 'Legg til en fil med samme navn og språket: vask.nn.vtt.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      mediaUses(guide)
        .filter(({ how, path }) => how === 'image' && mediaKind(path ?? '')?.use === 'video')
        .filter(({ path }) => {
          const there = languagesBesideFilm(path ?? '', 'vtt', reading.files);
          return there.length > 0 && guide.language !== null && !there.includes(guide.language);
        })
        .map((use) => ({ at: placeIn(guide, use) })),
    ),
  fails: filmWith('en', 'WEBVTT\n\n00:00.000 --> 00:02.000\nSoap first.\n'),
  passes: filmWith('nb', 'WEBVTT\n\n00:00.000 --> 00:02.000\nSåpe først.\n'),
};

const emptyCaptions: Rule = {
  id: 'captions-empty',
  severity: 'error',
  says: 'Tekstingen har ingen replikker, eller tidene kan ikke leses.',
  mend: 'Hver replikk har en linje med tider, «00:01.000 --> 00:04.000», og teksten under.',
  manual,
  find: ({ files }) =>
    [...files].flatMap(([path, bytes]): Finding[] => {
      if (!path.startsWith('media/') || mediaKind(path)?.use !== 'captions') return [];
      const source = sourceText(bytes);
      const hasCue = 'text' in source && /^(\d+:)?\d\d:\d\d\.\d{3} --> (\d+:)?\d\d:\d\d\.\d{3}/mu.test(source.text);
      return 'text' in source && !hasCue ? [{ at: wholeFile(path) }] : [];
    }),
  fails: filmWith('nb', 'WEBVTT\n\nSåpe først.\n'),
  passes: filmWith('nb', 'WEBVTT\n\n00:00.000 --> 00:02.000\nSåpe først.\n'),
};

function filmWith(language: string, captions: string) {
  return aGuideWith(captions, '![Film: slik vasker du hendene.](media/vask.mp4)', {
    'media/vask.mp4': film,
    'media/vask.nb.txt': 'Såpe først.',
    [`media/vask.${language}.vtt`]: captions,
  });
}

function inDrawings(isBroken: (text: SvgText) => boolean, says: (text: SvgText) => string) {
  return ({ files }: Reading): Finding[] =>
    [...files].flatMap(([path, bytes]): Finding[] => {
      if (!path.startsWith('media/') || !path.endsWith('.svg') || bytes.length > 200 * 1024) return [];
      const source = sourceText(bytes);
      if (!('text' in source) || svgDanger(source.text) !== null) return [];
      return svgTexts(source.text)
        .filter(isBroken)
        .slice(0, 100)
        .map((text) => ({ at: { file: path, ...lineAndColumn(source.text, text.at) }, says: says(text) }));
    });
}

function lineAndColumn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function inImages(isBroken: (use: MediaUse) => boolean) {
  return (reading: Reading): Finding[] =>
    readable(reading).flatMap((guide) =>
      mediaUses(guide)
        .filter((use) => use.how === 'image' && isBroken(use))
        .map((use) => ({ at: placeIn(guide, use) })),
    );
}

export const lookRules = [
  ...[poorContrast, smallText, hugeImage, credit, reserved, longAlt, altIsCaption],
  ...[captionLanguage, emptyCaptions],
];
