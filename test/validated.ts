import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { validateXML } from 'xmllint-wasm';

/** The public schemas in `test/xsd`, by the file that leads into them. */
const schemas = {
  scorm12: 'scorm12/driver.xsd',
  scorm2004: 'scorm2004-4/driver.xsd',
  cmi5: 'cmi5/CourseStructure.xsd',
};

const folder = fileURLToPath(new URL('./xsd/', import.meta.url));

/** What the schema has against these documents; an empty list when all of them are valid. */
export async function schemaFaults(kind: keyof typeof schemas, documents: readonly string[]): Promise<string[]> {
  const [place = '', main = ''] = schemas[kind].split('/');
  const read = (fileName: string) => ({ fileName, contents: readFileSync(`${folder}${place}/${fileName}`, 'utf8') });
  const { valid, errors, rawOutput } = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema: [read(main)],
    preload: readdirSync(folder + place)
      .filter((name) => name !== main)
      .map(read),
  });
  return valid ? [] : [...errors.map(({ message }) => message), ...(errors.length > 0 ? [] : [rawOutput])];
}
