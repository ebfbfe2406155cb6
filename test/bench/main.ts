import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { completionLive } from './completion-live.js';
import { completionOnScreen } from './completion-on-screen.js';
import { build } from './build.js';
import { asTable, type Figure } from './figures.js';
import { guidePage } from './guide-page.js';
import { lrsBatch, lrsGet, lrsSingle } from './lrs.js';
import { lrsMemory } from './lrs-memory.js';
import { lrsQuery } from './lrs-query.js';
import { firstPage } from './first-page.js';
import { start } from './start.js';
import { teamTable } from './team-table.js';
import { openWorlds } from './world.js';

const benches = {
  'completion-live': [completionLive, completionOnScreen],
  'team-table': [teamTable],
  'lrs-single': [lrsSingle],
  'lrs-batch': [lrsBatch],
  'lrs-get': [lrsGet],
  'lrs-query': [lrsQuery],
  'lrs-memory': [lrsMemory],
  page: [firstPage, guidePage],
  build: [build],
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
      for (const bench of benches[name as Name]) {
        const found = await bench(worlds, say);
        figures.push(...found);
        say(`\n${asTable(found)}\n`);
        keep({ began, figures });
      }
      say(`load ${inWords(loadavg())} after ${name}`);
    }
  } finally {
    await worlds.close();
  }
}

/** After each part, so that a run that is broken off has not been in vain. */
function keep(found: { began: string; figures: Figure[] }): void {
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, memory: totalmem(), node: process.version };
  mkdirSync('bench', { recursive: true });
  writeFileSync('bench/results.json', JSON.stringify({ ...found, machine, load: loadavg() }, null, 2));
}

function inWords(loads: number[]): string {
  return loads.map((load) => load.toFixed(1)).join(' ');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main(process.argv.slice(2));
