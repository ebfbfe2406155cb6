import { readFileSync } from 'node:fs';
import type { TeamTable } from '@kursdugnad/core/contract/teams.js';
import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import { Asking } from './asking.js';
import { type Figure, floorOf, spread } from './figures.js';
import { type Straight, straightTo } from './straight.js';
import { as, type DatabaseName, databases, type Say, solvik, type World, type Worlds } from './world.js';

const sql = (path: string) => readFileSync(new URL(`../../api/src/${path}`, import.meta.url), 'utf8');
const queries = [
  'teams/team-people.sql',
  'teams/team-completion.sql',
  'teams/team-requirements.sql',
  'people/units-below.sql',
].map(sql);

interface Unit {
  id: string;
  name: string;
  people: number;
  aim: number;
}

const times = Number(process.env.BENCH_TIMES ?? 100);

/**
 * team-table. GET /api/teams/:unit of the demo region's Solvik (7 to 9 requirements a person) by its leader: a team of about
 * 30, a unit of several hundred, all 1 500; warm, one after the other and over 4 connections at once, without compression
 * (as the front end asks). Floor: the same four queries alone, with the driver, and JSON.stringify of their rows.
 * SQLite and PostgreSQL.
 */
export async function teamTable(worlds: Worlds, say: Say): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const database of databases) {
    const world = await worlds.on(database);
    const server = await world.serve();
    const straight = await straightTo(world);
    const [alone, together] = [new Asking(server.url, 1), new Asking(server.url, 4)];
    for (const unit of await unitsOf(alone, world)) {
      await repeated(together, world, unit, 20, 4);
      const floor: number[] = [];
      for (let time = 0; time < times + 5; time += 1) {
        const took = await straightOnce(straight, unit);
        if (time >= 5) floor.push(took);
      }
      const one = await repeated(alone, world, unit, times, 1);
      const four = await repeated(together, world, unit, times, 4);
      say(`team-table on ${database}: ${unit.name}, ${unit.people} people, ${one.bytes} bytes`);
      figures.push(...figuresOf(database, unit, floor, one.took, four.took));
    }
    for (const asking of [alone, together]) asking.close();
    await straight.close();
    await server.stop();
  }
  return figures;
}

function figuresOf(database: DatabaseName, unit: Unit, floor: number[], one: number[], four: number[]): Figure[] {
  const shared = { bench: 'team-table', database, unit: 'ms', aim: unit.aim, floor: floorOf(floor) } as const;
  return [
    { ...shared, what: `${unit.people} people, one after the other`, ...spread(one) },
    { ...shared, what: `${unit.people} people, 4 connections`, ...spread(four) },
  ];
}

/** A team, a unit in the middle and the top: the biggest leaf below 40, the biggest branch below 600. */
async function unitsOf(asking: Asking, world: World): Promise<Unit[]> {
  const read = (id: string) => asking.json<TeamTable>('GET', `/api/teams/${id}`, as(world.leader));
  const top = await read(world.top);
  const all: { id: string; name: string; people: number }[] = [];
  const visit = async (table: TeamTable): Promise<void> => {
    all.push({ ...table.unit, people: table.counts.people });
    for (const { id } of table.below) await visit(await read(id));
  };
  await visit(top);
  const biggest = (most: number) => all.filter(({ people }) => people <= most).sort((a, b) => b.people - a.people)[0];
  const [team, branch] = [biggest(32), biggest(600)];
  if (!team || !branch) throw new Error('The demo region has no such units');
  return [
    { ...team, aim: 20 },
    { ...branch, aim: 100 },
    { ...top.unit, people: top.counts.people, aim: 500 },
  ];
}

/** So many requests in all, over so many connections at once. */
async function repeated(asking: Asking, { leader }: World, unit: Unit, count: number, connections: number) {
  const took: number[] = [];
  let bytes = 0;
  const worker = async () => {
    while (took.length < count) {
      const answer = await asking.ask('GET', `/api/teams/${unit.id}`, as(leader));
      took.push(answer.took);
      bytes = Buffer.byteLength(answer.body);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return { took, bytes };
}

async function straightOnce(straight: Straight, unit: Unit): Promise<number> {
  const parameters = { municipality: solvik, unit: unit.id, today: dayInNorway(new Date().toISOString()) };
  const began = performance.now();
  const rows: unknown[] = [];
  for (const query of queries) rows.push(await straight.all(query, parameters));
  JSON.stringify(rows);
  return performance.now() - began;
}
