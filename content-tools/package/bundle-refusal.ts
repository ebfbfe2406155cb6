/** Why a zip is not taken in, in plain Bokmål. The codes are stable. */
export const refusals = {
  'not-a-zip': 'Fila er ikke en zip-fil.',
  truncated: 'Zip-fila er avkortet. Last den opp på nytt.',
  damaged: 'Zip-fila er skadet og kan ikke pakkes ut.',
  encrypted: 'Zip-fila er beskyttet med passord. Lag den på nytt uten.',
  'compression-unknown': 'Zip-fila er pakket på en måte vi ikke kan lese. Lag den på nytt som vanlig zip.',
  'path-outside': 'Zip-fila har en fil som peker ut av mappa.',
  'path-absolute': 'Zip-fila har en fil med full adresse i stedet for en plass i mappa.',
  'path-drive': 'Zip-fila har en fil med stasjonsbokstav i navnet.',
  'path-backslash': 'Zip-fila har en fil med omvendt skråstrek i navnet.',
  'path-control-character': 'Zip-fila har en fil med usynlige tegn i navnet.',
  'path-too-long': 'Zip-fila har en fil med for lang adresse: mer enn 1024 tegn.',
  'name-too-long': 'Zip-fila har en fil med for langt navn: mer enn 255 tegn.',
  'too-deep': 'Zip-fila har mapper i for mange nivåer: mer enn 40.',
  'special-file': 'Zip-fila har en snarvei eller noe annet som ikke er en vanlig fil.',
  'duplicate-name': 'Zip-fila har to filer med samme navn.',
  'case-collision': 'Zip-fila har to filer der bare store og små bokstaver i navnet er ulike.',
  'overlapping-entries': 'Zip-fila er satt sammen slik at filene ligger oppå hverandre.',
  'too-many-files': 'Zip-fila har for mange filer.',
  'too-large': 'Zip-fila blir for stor når den pakkes ut.',
  'ratio-too-high': 'Zip-fila har en fil som er pakket urimelig hardt.',
} as const;
export type RefusalReason = keyof typeof refusals;

export interface Refused {
  refused: { reason: RefusalReason; message: string };
}

/** Carries a refusal out of the streams; it never leaves the room. */
export class BundleRefused extends Error {
  constructor(readonly reason: RefusalReason) {
    super(reason);
  }
}

export function refusalOf(error: unknown): Refused {
  const reason = error instanceof BundleRefused ? error.reason : 'damaged';
  return { refused: { reason, message: refusals[reason] } };
}
