import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { inspectPackage, type PackageFacts } from '../package/inspect-package.js';
import { CommandRefused, say, type Run } from './command-run.js';
import { printable } from './problem-lines.js';

export function inspectCommand(command: Command, run: Run): void {
  command
    .description('fortell hva en pakke er, uten å kjøre noe i den')
    .argument('<zip>', 'pakka')
    .option('--json', 'svar som JSON')
    .action((path: string, options: { json?: boolean }) => run(inspect(path, options)));
}

async function inspect(path: string, { json }: { json?: boolean }): Promise<number> {
  const zip = await readFile(path).catch(() => {
    throw new CommandRefused(`Kan ikke lese fila «${printable(path)}».`);
  });
  const found = await inspectPackage(zip);
  if (json) say(JSON.stringify(found, null, 2));
  else if ('refused' in found) say(`${found.refused.message} (${found.refused.reason})`);
  else for (const line of linesAbout(found)) say(printable(line));
  return 'refused' in found ? 1 : 0;
}

const kinds: Record<PackageFacts['kind'], string> = {
  scorm12: 'SCORM 1.2',
  scorm2004: 'SCORM 2004',
  cmi5: 'cmi5',
  web: 'en guide på disk eller nett',
  guide: 'en guide i Markdown',
};

function linesAbout({ kind, version, title, language, items, launch, warnings }: PackageFacts): string[] {
  return [
    `Pakka er ${kinds[kind]}${version === null ? '' : ` (${version})`}.`,
    `Tittel: ${title || 'ingen'}`,
    `Språk: ${language ?? 'ikke sagt'}`,
    `Starter med: ${launch}${items > 1 ? `, den første av ${items}` : ''}`,
    ...warnings.map((warning) => `Merk: ${warning}`),
  ];
}
