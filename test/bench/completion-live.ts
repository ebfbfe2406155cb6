import type { LiveCell } from '@kursdugnad/core/contract/teams.js';
import { answering, beginners, countStatements, eventsPerSecond, tableOf, tell } from './answering.js';
import { Asking } from './asking.js';
import { eventLine } from './event-line.js';
import { type Figure, floorOf, spread } from './figures.js';
import { serve } from './server.js';
import { as, databases, type Say, type World, type Worlds } from './world.js';

const seconds = Number(process.env.BENCH_SECONDS ?? 60);

/**
 * completion-live, the line. 400 learners of Solvik (1 500 people, demo region) answer at about 50 statements a second in
 * all, one event a request; their leader's event stream of the whole municipality is open. Measured: from the POST being
 * sent, and from the server's 200, to the cell on the stream. Below 0: the cell was there before the learner's own answer.
 * Floor: a bare Node server that writes each POST to an open stream, at the same rate. SQLite and PostgreSQL.
 */
export async function completionLive(worlds: Worlds, say: Say): Promise<Figure[]> {
  const floor = await bareLine();
  const figures: Figure[] = [];
  for (const database of databases) {
    const { fromSent, fromAnswered } = await oneLine(await worlds.on(database), say, database);
    const shared = { bench: 'completion-live', database, unit: 'ms', aim: 1000 } as const;
    figures.push(
      { ...shared, what: 'POST sent → cell on the stream', ...spread(fromSent), floor: floorOf(floor) },
      { ...shared, what: '200 received → cell on the stream', ...spread(fromAnswered) },
    );
  }
  return figures;
}

async function oneLine(world: World, say: Say, name: string) {
  const server = await world.serve();
  const asking = new Asking(server.url, 32);
  const table = await tableOf(asking, world);
  const learners = await beginners(asking, table, table.people, 400);
  const sentAt = new Map<string, number>();
  const fromSent: number[] = [];
  const toldAt = new Map<string, number>();
  const fromAnswered: number[] = [];
  const untold = new Set<string>();
  const line = await eventLine(`${server.url}/api/teams/${world.top}/live`, as(world.leader), (data, at) => {
    const { person } = JSON.parse(data) as LiveCell;
    const sent = sentAt.get(person);
    if (sent === undefined || toldAt.has(person)) return;
    toldAt.set(person, at);
    fromSent.push(at - sent);
    untold.delete(person);
  });
  const answered = new Map<string, number>();
  const pair = () => {
    for (const [person, at] of answered) {
      const told = toldAt.get(person);
      if (told === undefined) continue;
      fromAnswered.push(told - at);
      answered.delete(person);
    }
  };
  const before = await countStatements(world);
  const counts = await answering(asking, learners, seconds, {
    before({ person, left }) {
      pair();
      toldAt.delete(person);
      answered.delete(person);
      if (left[0]?.kind !== 'opened') untold.add(person);
      sentAt.set(person, performance.now());
    },
    after({ person }, { answered: at }) {
      answered.set(person, at);
    },
  });
  await new Promise((resolve) => setTimeout(resolve, 2000));
  pair();
  tell(say, `completion-live on ${name}`, counts, (await countStatements(world)) - before, seconds);
  say(`  ${fromSent.length} cells told; ${untold.size} learners whose last answer told none`);
  line.close();
  asking.close();
  await server.stop();
  return { fromSent, fromAnswered };
}

/** The same number of POSTs a second to the bare server. */
export async function bareLine(): Promise<number[]> {
  const server = await serve(['test/bench/bare-server.mjs'], 'bare');
  const asking = new Asking(server.url, 32);
  const sentAt = new Map<string, number>();
  const took: number[] = [];
  const line = await eventLine(`${server.url}/live`, {}, (data, at) => {
    took.push(at - (sentAt.get((JSON.parse(data) as { id: string }).id) ?? NaN));
  });
  for (let sent = 0; sent < 10 * eventsPerSecond; sent += 1) {
    const id = String(sent);
    sentAt.set(id, performance.now());
    void asking.ask('POST', '/', {}, { id, cell: { r: 1, state: 'not-yet-due', progress: 0.5 } });
    await new Promise((resolve) => setTimeout(resolve, (1000 / eventsPerSecond) * (0.5 + Math.random())));
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  line.close();
  asking.close();
  await server.stop();
  return took;
}
