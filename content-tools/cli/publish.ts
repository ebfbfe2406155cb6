import type { Command } from 'commander';
import { basename, resolve } from 'node:path';
import { packSource } from '../package/source-bundle.js';
import { readFolder } from '../read/course-folder.js';
import { readCourseFiles } from '../read/read-course.js';
import { changeLines, decidedRedo, redoLine } from './change-lines.js';
import { CommandRefused, say, type Run } from './command-run.js';
import { courseFolders } from './course-folders.js';
import { problemLines, summaryLine } from './problem-lines.js';
import { foresee, sendBundle } from './send-bundle.js';

interface PublishOptions {
  to: string;
  token: string;
  note?: string;
  redo?: string[];
  keep?: string[];
}

export function publishCommand(command: Command, run: Run): void {
  command
    .description('sjekk guiden og publiser den som en ny versjon')
    .argument('<mappe>', 'mappa guiden ligger i')
    .requiredOption('--to <adresse>', 'adressen til plattformen, for eksempel https://kurs.solvik.example')
    .requiredOption('--token <nøkkel>', 'din personlige nøkkel')
    .option('--note <tekst>', 'hva som er nytt i denne versjonen')
    .option('--redo <id...>', 'deler som de som er i gang, gjør på nytt; «all»: alle tar hele guiden på nytt')
    .option('--keep <id...>', 'deler som ingen trenger å gjøre på nytt; «all»: ingenting')
    .action((folder: string, options: PublishOptions) => run(publish(folder, options)));
}

/** Checks, and sends only what has no errors: exactly the bytes that were checked. */
async function publish(dir: string, options: PublishOptions): Promise<number> {
  const folders = await courseFolders(dir);
  if (folders.length > 1) throw new CommandRefused(`«${dir}» har flere guider. Publiser én om gangen.`);
  const slug = basename(resolve(folders[0]?.dir ?? dir));
  const files = await readFolder(folders[0]?.dir ?? dir);
  const { course, problems } = readCourseFiles(slug, files);
  const checked = { dir, slug, problems };
  for (const line of problemLines(checked)) say(line);
  if (problems.length > 0) say(summaryLine([checked]));
  if (!course) {
    say('Ingenting er publisert. Rett feilene og prøv igjen.');
    return 1;
  }
  const zip = await packSource(files, slug);
  const foreseen = await foresee(zip, options);
  for (const line of changeLines(foreseen)) say(line);
  const redo = decidedRedo(foreseen.proposal, options);
  const { version, unchanged } = await sendBundle(zip, { ...options, redo });
  const { title } = course.editions[0] ?? { title: slug };
  if (unchanged) say(`«${title}» er lik den siste versjonen (${version.number}). Ingen ny versjon ble laget.`);
  else say(`Publiserte «${title}» som versjon ${version.number}.`);
  if (!unchanged && foreseen.last !== null) {
    const isAsProposed = options.redo === undefined && options.keep === undefined;
    say(`${redoLine(redo)}${isAsProposed ? ' (Slik verktøyet foreslår. Velg selv med --redo og --keep.)' : ''}`);
  }
  return 0;
}
