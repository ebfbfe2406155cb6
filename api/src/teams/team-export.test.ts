import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import { unzipSync } from 'fflate';
import request from 'supertest';
import { Competence } from '../competence/competence.js';
import { aCourseInUse, callerOf, completed } from '../competence/testing.js';
import { People } from '../people/people.js';
import { aHouse, anEmployee, as, databases, inhabited, solvik, type TestHouse } from '../testing.js';
import { asCsv, asRows, asXlsx, attachment } from './team-export.js';
import { aTeam, homeCare } from './testing.js';

const today = dayInNorway(new Date().toISOString());

describe.each(databases)('the exported table on %s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
    await aTeam(house);
    const course = await aCourseInUse(house, 'brannvern');
    const asked = { competence: 'Brannvern', role: null, course, validMonths: 12, deadlineDays: 0, from: '2024-01-01' };
    await house.app.get(Competence).stateRequirement(await callerOf(house, 'coordinator'), asked);
    await completed(house, 'cook', course, '2025-03-14T10:00:00.000Z');
    await house.app.get(People).importPersonnel(solvik.orgnr, [anEmployee({ key: 'evil', name: '=HYPERLINK("x")' })]);
  });
  afterAll(() => house.close());

  const get = (path: string) =>
    request(house.app.getHttpServer()).get(`/api/teams/${homeCare}${path}`).set(as(solvik, 'leader')).buffer(true);
  const bytes = (format: string, query: string) =>
    get(`/export?format=${format}&${query}`).parse((answer, done) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        done(null, Buffer.concat(parts));
      });
    });

  test.each(['', 'sort=name', 'states=expired,missing&sort=role', 'name=kari'])(
    'is the table asked for: %s',
    async (query) => {
      const { body: table } = await get(`?${query}`).expect(200);
      const rows = asRows(table, today, 'nb');
      expect(rows).toHaveLength(table.people.length + 1);
      expect(rows[0]).toEqual(['Navn', 'Rolle', 'Enhet', 'Brannvern']);
      const csv = (await bytes('csv', query).expect(200)).body as Buffer;
      expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
      expect(csvRows(csv.toString('utf8').slice(1))).toEqual(
        rows.map((row) => row.map((text) => text.replace(/^=/, "'="))),
      );
      const xlsx = (await bytes('xlsx', query).expect(200)).body as Buffer;
      expect(xlsxRows(xlsx)).toEqual(rows);
    },
  );

  test('is named after unit and day', async () => {
    const { headers } = await bytes('csv', '').expect(200);
    expect(headers['content-disposition']).toContain(`filename="Hjemmetjenesten ${today}.csv"`);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    await get('/export').expect(400);
  });
});

test('a name for every client', () => {
  expect(attachment('Sør/øst "A"', '2026-11-21', 'xlsx')).toBe(
    `attachment; filename="Sor ost  A  2026-11-21.xlsx"; filename*=UTF-8''S%C3%B8r%20%C3%B8st%20%20A%20%202026-11-21.xlsx`,
  );
});

test('no text becomes a formula', () => {
  expect(asCsv([['=1+1', '+47', '-1', '@x', 'a;b', 'a"b', '\t=1']])).toBe(
    `\uFEFF'=1+1;'+47;'-1;'@x;"a;b";"a""b";'\t=1\r\n`,
  );
});

test('the sheet has a frozen head and texts, whatever they look like', async () => {
  const file = await asXlsx([['Navn'], ['=1+1 <&> "Å"']], 'A/B: [en enhet med et altfor langt navn]');
  const sheet = partOf(file, 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain('state="frozen"');
  expect(sheet).not.toContain('<f>');
  expect(xlsxRows(file)).toEqual([['Navn'], ['=1+1 <&> "Å"']]);
  expect(partOf(file, 'xl/workbook.xml')).toContain('A B   en enhet med et altfor l');
});

function csvRows(text: string): string[][] {
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
}

function partOf(file: Buffer, path: string): string {
  return Buffer.from(unzipSync(file)[path] ?? []).toString('utf8');
}

function xlsxRows(file: Buffer): string[][] {
  const unescaped = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
  const texts = [...partOf(file, 'xl/sharedStrings.xml').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs)].map(
    ([, text]) => unescaped(text ?? ''),
  );
  const rows = [...partOf(file, 'xl/worksheets/sheet1.xml').matchAll(/<row .*?<\/row>/gs)];
  const width = [...(rows[0]?.[0] ?? '').matchAll(/<c /g)].length;
  return rows.map(([row]) => {
    const cells = new Map(
      [...row.matchAll(/<c r="([A-Z]+)\d+"[^>]*t="s"[^>]*><v>(\d+)<\/v>/g)].map(([, column, at]) => [
        column,
        texts[Number(at)],
      ]),
    );
    return Array.from({ length: width }, (_, at) => cells.get(String.fromCharCode(65 + at)) ?? '');
  });
}
