import { idFromTitle, unused } from '@kursdugnad/content-tools/read/stable-ids.js';
import { looksLike, mediaEndings, mediaKind } from '@kursdugnad/content-tools/read/media-kinds.js';
import { svgDanger } from '@kursdugnad/content-tools/read/svg-danger.js';
import { mediaRefused } from './refusals.js';

/** Where a file that somebody sends goes. */
export interface ReceivedMedia {
  path: string;
  type: string;
}

/** Whose first bytes say what they are, whatever the file is called. */
const bySigns = ['png', 'jpg', 'webp', 'mp4', 'pdf'];

/**
 * The path and type of a file from anywhere. The type is what the bytes are; the name only helps where bytes cannot tell
 * (SVG, text, office files). Throws Problem in words for what may not lie in a guide.
 */
export function receivedMedia(name: string, bytes: Buffer, taken: ReadonlySet<string>): ReceivedMedia {
  const ending = endingOf(name, bytes);
  const kind = ending === null ? null : mediaKind(`x.${ending}`);
  if (ending === null || !kind || !looksLike(kind.type, bytes))
    throw mediaRefused(
      'Den er ikke av et slag som kan brukes. Bilder kan være PNG, JPG, WebP eller SVG, film må være MP4, og vedlegg PDF eller et kontordokument.',
      'unsupported-media',
    );
  if (bytes.length > kind.most)
    throw mediaRefused(
      `Den er på ${inWords(bytes.length)}. Det meste er ${inWords(kind.most)}. Gjør den mindre først.`,
      'too-large',
    );
  if (ending === 'svg') refuseDanger(bytes);
  return { path: freePath(name, ending, taken), type: kind.type };
}

function endingOf(name: string, bytes: Buffer): string | null {
  const signed = bySigns.find((ending) => looksLike(mediaKind(`x.${ending}`)?.type ?? '', bytes));
  if (signed !== undefined) return signed;
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return name.includes('.') && mediaEndings.includes(ending) && !bySigns.includes(ending) ? ending : null;
}

function refuseDanger(bytes: Buffer): void {
  const danger = svgDanger(bytes.toString('utf8').replace(/^\uFEFF/u, ''));
  if (danger !== null) throw mediaRefused(`Tegningen kan ikke brukes: ${danger}.`, 'unprocessable');
}

/** `Møte på Rådhuset.PNG` → `media/mote-pa-radhuset.png`, with a number where that is taken. */
function freePath(name: string, ending: string, taken: ReadonlySet<string>): string {
  const stem = name.slice(name.search(/[^/\\]*$/u)).replace(/\.[^.]*$/u, '');
  // `film.nb.vtt` lies beside `film.mp4`: its language stays.
  const language = /\.(nb|nn|en)$/u.exec(stem)?.[0] ?? '';
  const wanted = idFromTitle(stem.slice(0, stem.length - language.length));
  const base = wanted === 'del' ? 'fil' : wanted;
  const stems = new Set([...taken].map((path) => path.replace(/^media\//u, '').replace(`${language}.${ending}`, '')));
  return `media/${unused(base, stems)}${language}.${ending}`;
}

function inWords(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} kB` : `${(kilobytes / 1024).toFixed(1).replace('.', ',')} MB`;
}
