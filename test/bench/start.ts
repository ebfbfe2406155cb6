import { type Figure, floorOf, spread } from './figures.js';
import { serve } from './server.js';
import { databases, type Say, type Worlds } from './world.js';

const times = 7;

/**
 * start. The built server (`node api/dist/main.js`, as `npm start` runs it once everything is built) on data that is there: the
 * demo region, 1 850 people. Measured: from starting the process until it says that it listens, which is after the house is
 * ready. Floor: the same with a bare Node server of ten lines. SQLite and PostgreSQL.
 */
export async function start(worlds: Worlds, say: Say): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const database of databases) {
    const world = await worlds.on(database);
    const [ours, floor]: [number[], number[]] = [[], []];
    for (let time = 0; time < times; time += 1) {
      const server = await world.serve();
      const answer = await fetch(`${server.url}/health/ready`);
      if (!answer.ok) throw new Error(`Listens, but is not ready: ${answer.status}`);
      ours.push(server.ready);
      await server.stop();
      const bare = await serve(['test/bench/bare-server.mjs'], 'bare');
      floor.push(bare.ready);
      await bare.stop();
    }
    say(`start on ${database}: ${ours.map((took) => took.toFixed(0)).join(', ')} ms`);
    const shared = { bench: 'start', what: 'process started → ready, existing data', database, unit: 'ms' } as const;
    figures.push({ ...shared, ...spread(ours), floor: floorOf(floor), aim: 3000 });
  }
  return figures;
}
