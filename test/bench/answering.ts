import type { TeamTable } from '@kursdugnad/core/contract/teams.js';
import type { Asking } from './asking.js';
import { beginner, goOn, type Learner } from './learners.js';
import { as, type Say, solvik, type World } from './world.js';
import { straightTo } from './straight.js';

/** Answers and openings a second. Each makes two statements as a rule, so this is about 50 statements a second. */
export const eventsPerSecond = 26;

type Person = TeamTable['people'][number];

/** So many learners, each at the beginning of one of the guides that are required of them; those who owe one first. */
export async function beginners(asking: Asking, table: TeamTable, people: Person[], count: number): Promise<Learner[]> {
  const owed = (person: Person) => person.cells.find(({ state }) => state === 'not-yet-due') ?? person.cells[0];
  const learners: Learner[] = [];
  for (const person of people) {
    const cell = owed(person);
    const column = table.requirements[cell?.r ?? -1];
    if (column?.course) learners.push(await beginner(asking, person.id, column, column.ids[cell?.q ?? 0]));
    if (learners.length === count) break;
  }
  return learners;
}

export function tableOf(asking: Asking, { leader, top }: World): Promise<TeamTable> {
  return asking.json<TeamTable>('GET', `/api/teams/${top}`, as(leader));
}

/** What was sent when, and when the server had said that it was stored. */
export type Heard = (learner: Learner, times: { sent: number; answered: number }) => void;

/**
 * Learners answer in turn, at a rate that does not wait for answers, until the time is up. `before` is called just
 * before each request. Answers how many requests were sent and how many failed.
 */
export async function answering(
  asking: Asking,
  learners: Learner[],
  seconds: number,
  { before, after }: { before: (learner: Learner) => void; after: Heard },
): Promise<{ sent: number; failed: number }> {
  const until = performance.now() + 1000 * seconds;
  const underWay = new Set<Promise<void>>();
  let [turn, sent, failed] = [0, 0, 0];
  while (performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, (1000 / eventsPerSecond) * (0.5 + Math.random())));
    const learner = nextOf(learners, turn);
    if (!learner) break;
    turn = learners.indexOf(learner) + 1;
    sent += 1;
    before(learner);
    const one = goOn(asking, learner)
      .then((times) => times && after(learner, times))
      .catch(() => {
        failed += 1;
      })
      .then(() => void underWay.delete(one));
    underWay.add(one);
  }
  await Promise.all(underWay);
  return { sent, failed };
}

/** The next who has something left and is not waiting for an answer. */
function nextOf(learners: Learner[], from: number): Learner | undefined {
  for (let step = 0; step < learners.length; step += 1) {
    const learner = learners[(from + step) % learners.length];
    if (learner && !learner.isAnswering && learner.left.length > 0) return learner;
  }
  return undefined;
}

export async function countStatements(world: World): Promise<number> {
  const straight = await straightTo(world);
  const text = 'SELECT COUNT(*) AS statements FROM statement WHERE municipality = :solvik';
  const [row] = (await straight.all(text, { solvik })) as { statements: number | string }[];
  await straight.close();
  return Number(row?.statements ?? 0);
}

export function tell(
  say: Say,
  name: string,
  counts: { sent: number; failed: number },
  statements: number,
  seconds: number,
): void {
  const rate = (statements / seconds).toFixed(1);
  say(`${name}: ${counts.sent} events sent, ${counts.failed} failed, ${statements} statements = ${rate} a second`);
}
