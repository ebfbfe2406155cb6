import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { completionLive } from './completion-live.js';
import { completionOnScreen } from './completion-on-screen.js';
import { asTable, type Figure } from './figures.js';
import { guidePage } from './guide-page.js';
import { firstPage } from './first-page.js';
import { start } from './start.js';
import { teamTable } from './team-table.js';
import { openWorlds } from './world.js';

const benches = {
  'completion-live': [completionLive, completionOnScreen],
  'team-table': [teamTable],
  page: [firstPage, guidePage],
  start: [start],
};
type Name = keyof typeof benches;

/** `npm run bench -- NAME…`: one benchmark or some; without a name all. Prints a table and writes bench/results.json. */
async function main(asked: string[]): Promise<void> {
  const names = asked.length > 0 ? asked : Object.keys(benches);
  const unknown = names.filter((name) => !(name in benches));
  if (unknown.length > 0)
    throw new Error(`No benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`);
  const began = new Date().toISOString();
  const worlds = await openWorlds(say);
  const figures: Figure[] = [];
  try {
    for (const name of names) {
      for (const bench of benches[name as Name]) figures.push(...(await bench(worlds, say)));
      say(
        `load ${loadavg()
          .map((load) => load.toFixed(1))
          .join(' ')} after ${name}`,
      );
    }
  } finally {
    await worlds.close();
  }
  process.stdout.write(`\n${asTable(figures)}\n`);
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, memory: totalmem(), node: process.version };
  mkdirSync('bench', { recursive: true });
  writeFileSync('bench/results.json', JSON.stringify({ began, machine, load: loadavg(), figures }, null, 2));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main(process.argv.slice(2));
