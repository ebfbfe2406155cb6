import { createReadStream, createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ErasureCounts } from '@kursdugnad/core/contract/erasure.js';
import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { Registrations } from './launch/registrations.js';
import { Retention } from './lrs/keeping/retention.js';
import { StatementExport } from './lrs/moving/statement-export.js';
import { StatementImport } from './lrs/moving/statement-import.js';
import { Erasures } from './people/erasure/erasures.js';
import { People } from './people/people.js';

type InTheHouse = (work: (app: INestApplicationContext) => Promise<string>) => Promise<void>;
const orgnr = 'organisation number, nine digits';
/** More refused lines than anybody reads are counted only. */
const mostTold = 100;

/** Commands about the statements of a municipality: move them, keep them so long, forget a person. */
export function addStatementCommands(program: Command, inTheHouse: InTheHouse): void {
  addMoving(program, inTheHouse);
  program
    .command('retention')
    .description(
      'remove the statements that are older than the municipality keeps them; the server does it every night',
    )
    .argument('<municipality>', orgnr)
    .option('--dry-run', 'only say how many of what would go')
    .action((municipality: string, { dryRun }: { dryRun?: true }) =>
      inTheHouse(async (app) => {
        const home = await homeOf(app, municipality);
        const [retention, now] = [app.get(Retention), new Date().toISOString()];
        if (!dryRun) return `${await retention.run(home, now)} statements have gone.`;
        const counts = await retention.trial(home, await retention.rules(home), now);
        return counts.map(inWords).join('\n');
      }),
    );
  program
    .command('erase-person')
    .description('erase a person for good: statements and course runs lose their name, all else goes')
    .argument('<municipality>', orgnr)
    .argument('<person>', 'id or e-mail')
    .option('--dry-run', 'only say what there is')
    .action((municipality: string, who: string, { dryRun }: { dryRun?: true }) =>
      inTheHouse(async (app) => {
        const home = await homeOf(app, municipality);
        const person = await personIn(app, home, who);
        const erasures = app.get(Erasures);
        if (!dryRun) return told('Erased', await erasures.erase(home, person, null));
        return told('Would erase', (await erasures.trial(home, person)).counts);
      }),
    );
}

function addMoving(program: Command, inTheHouse: InTheHouse): void {
  program
    .command('export-statements')
    .description('write all statements as JSON Lines, voided ones too, in the order they were stored')
    .argument('<municipality>', orgnr)
    .requiredOption('--out <file>', 'where to')
    .option('--attachments <folder>', 'write the attached files there, each by its hash')
    .action((municipality: string, { out, attachments }: { out: string; attachments?: string }) =>
      inTheHouse(async (app) => {
        const home = await homeOf(app, municipality);
        const statements = app.get(StatementExport);
        // A file that has its name is whole.
        await pipeline(Readable.from(statements.lines(home, { voided: 'with' })), createWriteStream(`${out}.part`));
        const files = attachments === undefined ? 0 : await statements.attachments(home, attachments);
        await rename(`${out}.part`, out);
        return attachments === undefined ? `Written to ${out}.` : `Written to ${out}, with ${files} attached files.`;
      }),
    );
  program
    .command('import-statements')
    .description('bring in statements from JSON Lines; the same file again changes nothing')
    .argument('<municipality>', orgnr)
    .argument('<file>', 'as export-statements writes it')
    .option('--attachments <folder>', 'where the attached files lie')
    .option('--stop', 'stop at the first line that cannot be stored, instead of passing over it')
    .action((municipality: string, file: string, given: { attachments?: string; stop?: true }) =>
      inTheHouse(async (app) => {
        const home = await homeOf(app, municipality);
        const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
        const options = { stopsAtFault: given.stop === true, folder: given.attachments ?? null };
        const { stored, known, refused } = await app.get(StatementImport).run(home, lines, options);
        await app.get(Registrations).recompute();
        if (refused.length > 0) process.exitCode = 1;
        return [
          `${stored} statements stored, ${known} were there already, ${refused.length} lines refused.`,
          ...refused.slice(0, mostTold).map(({ line, reason }) => `${file}:${line}: ${reason}`),
        ].join('\n');
      }),
    );
}

async function homeOf(app: INestApplicationContext, municipality: string): Promise<string> {
  const home = await app.get(People).municipality(municipality);
  if (home) return home.orgnr;
  throw new Error(`There is no municipality with organisation number ${municipality}.`);
}

async function personIn(app: INestApplicationContext, municipality: string, who: string): Promise<string> {
  if (await app.get(People).person(municipality, who)) return who;
  const found = who.length < 2 ? [] : await app.get(Erasures).find(municipality, who, new Date().toISOString());
  const [person] = found.filter(({ email }) => email.toLowerCase() === who.toLowerCase());
  if (person) return person.id;
  throw new Error(`There is nobody with the id or e-mail ${who} in the municipality.`);
}

function inWords({ category, months, stored, go, kept }: Awaited<ReturnType<Retention['trial']>>[number]): string {
  const rule =
    months === null ? 'kept for good' : `kept ${months} months: ${go} would go, ${kept} stay for completions`;
  return `${category}: ${stored} stored, ${rule}.`;
}

function told(what: string, counts: ErasureCounts): string {
  return `${what}: ${Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')}.`;
}
