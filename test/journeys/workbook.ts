import { fromBuffer } from 'yauzl';
import { readFile } from 'node:fs/promises';

/** The rows of an XLSX file's only sheet, as text; read without the library that wrote it. */
export async function sheetRows(path: string): Promise<string[][]> {
  const files = await unzipped(await readFile(path));
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    textIn(si!),
  );
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  const rows = [...sheet.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].map(([, inner]) => cellsIn(inner!, shared));
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
}

function cellsIn(row: string, shared: string[]): string[] {
  const cells: string[] = [];
  for (const [, attributes, inner = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const letters = /r="([A-Z]+)/.exec(attributes!)?.[1] ?? 'A';
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const isShared = attributes!.includes('t="s"');
    cells[column] = isShared ? shared[Number(/<v>(\d+)<\/v>/.exec(inner)?.[1])]! : textIn(inner);
  }
  return cells;
}

function textIn(xml: string): string {
  const pieces = [...xml.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map(([, piece]) => piece);
  return pieces
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function unzipped(zip: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, string>();
    fromBuffer(zip, { lazyEntries: true }, (error, opened) => {
      if (error) return reject(error);
      opened.on('end', () => resolve(files));
      opened.on('error', reject);
      opened.on('entry', (entry: { fileName: string }) => {
        opened.openReadStream(entry as never, (fault, stream) => {
          if (fault) return reject(fault);
          const pieces: Buffer[] = [];
          stream.on('data', (piece: Buffer) => pieces.push(piece));
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(pieces).toString('utf8'));
            opened.readEntry();
          });
        });
      });
      opened.readEntry();
    });
  });
}
