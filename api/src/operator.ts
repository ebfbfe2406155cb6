import { writeSync } from 'node:fs';
import { daySchema } from '@kursdugnad/core/contract/caller.js';
import { Command, Option } from 'commander';
import { Competence } from './competence/competence.js';
import { openDemo } from './demo/demo.js';
import { openHouse } from './house.js';
import { Registrations } from './launch/registrations.js';
import { Credentials, type Scope, scopes } from './lrs/credentials.js';
import { addStatementCommands } from './operator-statements.js';
import { People } from './people/people.js';
import { settingsFrom, WrongSetting } from './settings.js';

/** Opens the house without listening, does the work and closes it. */
async function inTheHouse(work: (app: Awaited<ReturnType<typeof openHouse>>) => Promise<string>): Promise<void> {
  const settings = { ...settingsFrom(process.env), logLevel: 'silent', isTool: true };
  const app = await openHouse(settings, null);
  try {
    writeSync(1, `${await work(app)}\n`);
  } finally {
    await app.close();
  }
}

const program = new Command('kursdugnad').description(
  "The operator's tool. Reads the same environment variables as the server.",
);

program
  .command('migrate')
  .description('bring the tables of the database up to date')
  .action(() => inTheHouse(async () => 'The database is up to date.'));

program
  .command('demo')
  .description('open the demo region on an empty database')
  .action(() =>
    inTheHouse(async (app) => (await openDemo(app, { ...settingsFrom(process.env), demo: true })).join('\n')),
  );

program
  .command('recompute')
  .description('rebuild every projection from the statements; says how many rows differed')
  .action(() =>
    inTheHouse(async (app) => {
      const completions = await app.get(Registrations).recompute();
      const fulfilments = await app.get(Competence).recompute();
      return [told('Completions', completions), told('Fulfilments', fulfilments)].join('\n');
    }),
  );

program
  .command('credential')
  .description('keys to the LRS')
  .command('create')
  .description('make a key of a municipality; the secret is shown this once')
  .requiredOption('--municipality <orgnr>', 'organisation number, nine digits')
  .requiredOption('--label <text>', 'what it is for')
  .addOption(new Option('--scope <scope...>', 'what it may do').choices(scopes).default(['all']))
  .option('--expires <day>', 'the first day it does not work, as 2027-01-31')
  .action((given: { municipality: string; label: string; scope: Scope[]; expires?: string }) =>
    inTheHouse(async (app) => {
      const home = await app.get(People).municipality(given.municipality);
      if (!home) throw new Error(`There is no municipality with organisation number ${given.municipality}.`);
      if (given.expires !== undefined && !daySchema.safeParse(given.expires).success)
        throw new Error('--expires must be a day, as 2027-01-31.');
      const expires = given.expires === undefined ? null : new Date(given.expires).toISOString();
      const made = await app.get(Credentials).create(home.orgnr, { label: given.label, scopes: given.scope, expires });
      return `Key:    ${made.key}\nSecret: ${made.secret}\nIt belongs to ${home.name}. The secret is not shown again.`;
    }),
  );

addStatementCommands(program, inTheHouse);

function told(what: string, { rows, differed }: { rows: number; differed: number }): string {
  return `${what}: ${rows} rows, ${differed} differed.`;
}

program.parseAsync().catch((error: unknown) => {
  writeSync(2, `${error instanceof WrongSetting || error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
