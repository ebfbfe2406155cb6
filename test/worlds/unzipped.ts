import { unpackSource } from '@kursdugnad/content-tools/package/source-bundle.js';

/** The files of a package, by path. */
export async function unzipped(zip: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const unpacked = await unpackSource(zip);
  if ('refused' in unpacked) throw new Error(unpacked.refused.message);
  return unpacked.files;
}
