import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandRefused, say, type Run } from './command-run.js';

export function previewCommand(command: Command, run: Run): void {
  command
    .description('vis guiden i nettleseren slik den som lærer ser den, og på nytt hver gang du lagrer')
    .argument('[mappe]', 'mappa guiden ligger i', '.')
    .option('--port <tall>', 'port å svare på (0 tar en ledig)', '4040')
    .action((folder: string, options: { port: string }) => run(preview(folder, options.port)));
}

async function preview(folder: string, port: string): Promise<number> {
  if (!existsSync(join(folder, 'guide.md'))) throw new CommandRefused(`Fant ingen guide.md i «${folder}».`);
  if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535)
    throw new CommandRefused(`«${port}» er ikke en port. Skriv et tall fra 0 til 65535.`);
  // The player and the file watcher are only for those who preview: the other commands start sooner without.
  const { previewServer } = await import('./preview.js');
  const shown = await previewServer(folder, { port: Number(port) }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new CommandRefused(`Port ${port} er opptatt. Prøv «kurs preview ${folder} --port 0».`);
  });
  say(`Guiden vises på ${shown.url}`);
  say('Avslutt med Ctrl-C.');
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await shown.close();
  return 0;
}
