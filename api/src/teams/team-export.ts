import type { TeamTable } from '@kursdugnad/core/contract/teams.js';
import type { Language } from '@kursdugnad/core/course/course.js';
import writeXlsxFile from 'write-excel-file/node';
import { cellInWords } from './cell-in-words.js';

type Table = Pick<TeamTable, 'requirements' | 'people'>;

const heads: Record<Language, [name: string, role: string, unit: string]> = {
  nb: ['Navn', 'Rolle', 'Enhet'],
  nn: ['Namn', 'Rolle', 'Eining'],
  en: ['Name', 'Role', 'Unit'],
};

/** The table as rows of text, the head first. Where two columns ask for the same, the guide's name tells them apart. */
export function asRows(table: Table, today: string, language: Language): string[][] {
  const names = table.requirements.map(({ competence }) => competence);
  const columns = table.requirements.map(({ competence, course }) =>
    names.indexOf(competence) === names.lastIndexOf(competence) ? competence : `${competence} (${course?.title ?? ''})`,
  );
  return [
    [...heads[language], ...columns],
    ...table.people.map(({ name, role, unit, cells }) => {
      const texts = new Map(cells.map((cell) => [cell.r, cellInWords(cell, today, language)]));
      return [name, role, unit, ...columns.map((_, r) => texts.get(r) ?? '')];
    }),
  ];
}

/** UTF-8 with BOM and semicolons: what a Norwegian Excel opens as a table. */
export function asCsv(rows: string[][]): string {
  return `\uFEFF${rows.map((row) => row.map(csvField).join(';')).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would run as a formula gets an apostrophe in front. */
function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One sheet; head and names stay when one scrolls. Cells are texts, so that nothing in them is a formula. */
export function asXlsx(rows: string[][], sheet: string): Promise<Buffer> {
  const [head = [], ...rest] = rows;
  const data = [
    head.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })),
    ...rest.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
  ];
  const columns = head.map((_, at) => ({ width: at === 0 ? 28 : 24 }));
  return writeXlsxFile(data, {
    sheet: sheetName(sheet),
    columns,
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  }).toBuffer();
}

/** Excel takes 31 characters, and not these. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim() || 'Team'
  );
}

/** The header that names the file: plain letters for old clients, all of them for the rest. */
export function attachment(unit: string, today: string, format: string): string {
  const name = `${unit} ${today}.${format}`.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ');
  const plain = [...name]
    .map((letter) => plainLetters[letter] ?? letter)
    .join('')
    .replace(/[^ -~]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()]/g, inHex)}`;
}

const plainLetters: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a', Æ: 'Ae', Ø: 'O', Å: 'A' };

function inHex(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
}
