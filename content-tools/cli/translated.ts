import type { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFolder } from '../read/course-folder.js';
import { readable, readingOf } from '../read/reading.js';
import { translationOf, withRecordedSources, type Recorded } from '../read/translations.js';
import { withWrittenIds } from '../read/written-ids.js';
import { CommandRefused, say, type Run } from './command-run.js';
import { courseFolders } from './course-folders.js';

interface TranslatedOptions {
  all?: boolean;
}

export function translatedCommand(command: Command, run: Run): void {
  command
    .description('noter at oversettelsen er ajour med guide.md')
    .argument('<mappe>', 'mappa guiden ligger i')
    .argument('[merke...]', 'avsnittene du har sett over (uten: de som aldri er notert)')
    .option('--all', 'alle avsnitt, også de som er endret siden sist')
    .action((folder: string, ids: string[], options: TranslatedOptions) => run(translated(folder, ids, options)));
}

async function translated(dir: string, ids: readonly string[], { all }: TranslatedOptions): Promise<number> {
  const [folder, another] = await courseFolders(dir);
  if (!folder || another) throw new CommandRefused(`«${dir}» har flere guider. Ta én om gangen.`);
  const files = new Map(await readFolder(folder.dir));
  const changed = withWrittenIds(folder.slug, files);
  for (const [path, bytes] of changed) files.set(path, bytes);
  refuseUnknown(ids, folder.slug, files);
  const which: Recorded = all ? 'all' : ids.length > 0 ? ids : 'unrecorded';
  for (const [path, bytes] of withRecordedSources(folder.slug, files, which)) changed.set(path, bytes);
  for (const [path, bytes] of changed) await writeFile(join(folder.dir, path), bytes);
  say(changed.size > 0 ? `Notert i ${[...changed.keys()].join(', ')}.` : 'Alt var notert fra før.');
  return 0;
}

function refuseUnknown(ids: readonly string[], slug: string, files: ReadonlyMap<string, Buffer>): void {
  const reading = readingOf(slug, files);
  const { main } = reading;
  const known = new Set(
    readable(reading).flatMap((guide) =>
      main && guide !== main ? translationOf(guide, main).flatMap((one) => (one.part ? one.id : [])) : [],
    ),
  );
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw new CommandRefused(`Ingen oversettelse har merket «${unknown}».`);
}
