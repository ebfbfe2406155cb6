import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { fieldMeaning, fields, frontMatterSchema } from './front-matter-schema.js';

it('is the table in the manual', () => {
  const manual = readFileSync('docs/forfattere/opplysninger.md', 'utf8');
  const rows = manual
    .slice(manual.indexOf('| Felt |'), manual.indexOf('## Rettigheter'))
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const schema = fields.map((field) => {
    const isOptional = frontMatterSchema.shape[field].safeParse(undefined).success;
    return `| \`${field}\` | ${fieldMeaning(field)} | ${isOptional ? 'nei' : 'ja'} |`;
  });
  expect(rows).toEqual(schema);
});
