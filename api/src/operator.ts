import { writeSync } from 'node:fs';
import { Command } from 'commander';
import { openDemo } from './demo/demo.js';
import { openHouse } from './house.js';
import { settingsFrom, WrongSetting } from './settings.js';

/** Opens the house without listening, does the work and closes it. */
async function inTheHouse(work: (app: Awaited<ReturnType<typeof openHouse>>) => Promise<string>): Promise<void> {
  const settings = { ...settingsFrom(process.env), logLevel: 'silent' };
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

program.parseAsync().catch((error: unknown) => {
  writeSync(2, `${error instanceof WrongSetting || error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
