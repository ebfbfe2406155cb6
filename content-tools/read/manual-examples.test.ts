import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { readCourseFiles } from './read-course.js';
import { aGuide, drawing, film } from './rules/example.js';

const folder = 'docs/forfattere';
const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'regler.md');
const examples = pages.flatMap((page) =>
  [...readFileSync(`${folder}/${page}`, 'utf8').matchAll(/^```markdown\n(.*?)^```$/gmsu)].map(
    ([, text = '']): [string, string] => [
      `${page}: ${text.split('\n').find((line) => /\p{L}/u.test(line)) ?? ''}`,
      text,
    ],
  ),
);

/** What an example shows lies in the folder. */
function mediaIn(text: string): Record<string, string | Buffer> {
  const png = Buffer.alloc(40);
  png.writeUInt32BE(0x89504e47, 0);
  const contents: Record<string, string | Buffer> = {
    ...{ svg: drawing, mp4: film, png, pdf: '%PDF-1.7\n', mp3: Buffer.from('4944330300000000', 'hex') },
    ...{ 'nb.vtt': 'WEBVTT\n\n00:00.000 --> 00:02.000\nHei.\n', 'nb.txt': 'Hei.' },
  };
  const files: Record<string, string | Buffer> = {};
  for (const [, name = '', ending = ''] of text.matchAll(/\((media\/[a-z0-9-]+)\.([a-z0-9]+)/gu)) {
    const beside = ending === 'mp4' ? ['nb.vtt', 'nb.txt'] : ending === 'mp3' ? ['nb.txt'] : [];
    for (const one of [ending, ...beside]) files[`${name}.${one}`] = contents[one] ?? '';
  }
  return files;
}

it.each(examples)('%s works', (_, text) => {
  const isTop = text.startsWith('---') && !/^# /mu.test(text);
  const written = isTop ? `${text}\n# Vask {#vask}\n\nVask hendene.\n\n## Spørsmål: Når? {#nar}\n\nSvar: \`nå\`` : text;
  const { problems } = readCourseFiles('hender', aGuide(written, mediaIn(text)).files);
  expect(
    problems.filter(
      ({ rule, accepted }) => !accepted && !['id-missing', 'block-id-missing', 'minutes-implausible'].includes(rule),
    ),
  ).toEqual([]);
});

it('has examples to try', () => {
  expect(examples.length).toBeGreaterThan(15);
});
