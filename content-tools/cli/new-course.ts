import type { Command } from 'commander';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { idFromTitle, isStableId } from '../read/stable-ids.js';
import { CommandRefused, say, type Run } from './command-run.js';
import { courseTemplate } from './course-template.js';

export function newCommand(command: Command, run: Run): void {
  command
    .description('lag en ny guide å begynne på')
    .argument('<navn>', 'navnet på mappa: små bokstaver, tall og bindestrek')
    .action((name: string) => run(newCourse(name)));
}

async function newCourse(name: string): Promise<number> {
  const slug = basename(name);
  if (!isStableId(slug)) {
    throw new CommandRefused(
      `«${slug}» kan ikke være navnet på en guide. Bruk små bokstaver a–z, tall og bindestrek, for eksempel «${idFromTitle(slug)}».`,
    );
  }
  await makeFolder(name);
  await mkdir(join(name, 'media'));
  for (const [path, content] of courseTemplate(slug)) await writeFile(join(name, path), content);
  say(`Laget guiden i ${name}. Åpne ${join(name, 'guide.md')} og begynn å skrive.`);
  say(`Se den i nettleseren med «kurs preview ${name}».`);
  return 0;
}

/** Only the last folder is made, and only where nothing is, so that nobody's work is written over. */
async function makeFolder(name: string): Promise<void> {
  try {
    await mkdir(name);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new CommandRefused(`«${name}» finnes fra før. Velg et annet navn.`);
    if (code === 'ENOENT') throw new CommandRefused(`Mappa «${dirname(name)}» finnes ikke. Lag den først.`);
    if (code === 'EACCES') throw new CommandRefused(`Du har ikke lov til å lage mapper i «${dirname(name)}».`);
    throw error;
  }
}
