import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** Deflate cannot make these smaller. */
const packedAlready = /\.(png|jpe?g|webp|mp4|mp3|m4a|ogg|pdf|docx|xlsx|pptx|odt)$/u;

/** A zip with these files in this order: same files, same bytes. */
export async function zipped(entries: Iterable<readonly [path: string, content: Buffer]>): Promise<Buffer> {
  const zip = new ZipFile();
  // DOS dates hold local time and nothing else, so this date is the same bytes in every time zone.
  const always = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };
  for (const [path, content] of entries)
    zip.addBuffer(
      content,
      path,
      packedAlready.test(path) ? { ...always, compress: false } : { ...always, ...deflated },
    );
  zip.end();
  return buffer(zip.outputStream);
}

const deflated = { compressionLevel: 9 };
