/** What may lie in `media/`, by the end of the file's name. Sizes in bytes. */
export interface MediaKind {
  type: string;
  use: 'image' | 'video' | 'audio' | 'captions' | 'text' | 'attachment';
  most: number;
}

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;
const image = { use: 'image', most: 2 * megabyte } as const;
const attachment = { use: 'attachment', most: 10 * megabyte } as const;
const office = 'application/vnd.openxmlformats-officedocument';

const kinds: Record<string, MediaKind> = {
  svg: { type: 'image/svg+xml', use: 'image', most: 200 * kilobyte },
  png: { type: 'image/png', ...image },
  jpg: { type: 'image/jpeg', ...image },
  jpeg: { type: 'image/jpeg', ...image },
  webp: { type: 'image/webp', ...image },
  mp4: { type: 'video/mp4', use: 'video', most: 50 * megabyte },
  mp3: { type: 'audio/mpeg', use: 'audio', most: 20 * megabyte },
  m4a: { type: 'audio/mp4', use: 'audio', most: 20 * megabyte },
  vtt: { type: 'text/vtt', use: 'captions', most: megabyte },
  txt: { type: 'text/plain', use: 'text', most: megabyte },
  pdf: { type: 'application/pdf', ...attachment },
  docx: { type: `${office}.wordprocessingml.document`, ...attachment },
  xlsx: { type: `${office}.spreadsheetml.sheet`, ...attachment },
  pptx: { type: `${office}.presentationml.presentation`, ...attachment },
  odt: { type: 'application/vnd.oasis.opendocument.text', ...attachment },
};

export const mediaEndings = Object.keys(kinds);

export function mediaKind(path: string): MediaKind | null {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return path.includes('.') && Object.hasOwn(kinds, ending) ? (kinds[ending] ?? null) : null;
}

/** Whether the first bytes are those of a file of this type. */
export function looksLike(type: string, bytes: Buffer): boolean {
  const starts = (...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);
  const text = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (type === 'image/png') return starts(0x89, 0x50, 0x4e, 0x47);
  if (type === 'image/jpeg') return starts(0xff, 0xd8, 0xff);
  if (type === 'image/webp') return text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP';
  if (type === 'audio/mpeg') return text(0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0);
  if (type === 'video/mp4' || type === 'audio/mp4') return text(4, 8) === 'ftyp';
  if (type === 'application/pdf') return text(0, 5) === '%PDF-';
  if (type === 'text/vtt')
    return bytes
      .toString('utf8', 0, 20)
      .replace(/^\uFEFF/u, '')
      .startsWith('WEBVTT');
  if (type.startsWith('application/vnd.')) return starts(0x50, 0x4b, 0x03, 0x04);
  return true;
}
