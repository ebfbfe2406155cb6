import { test, describe, beforeAll, afterAll } from '@jest/globals';
import { aHouse, anEmployee, as, databases, inhabited, solvik, type TestHouse } from '../testing.js';
import { Competence } from '../competence/competence.js';
import { aCourseInUse, callerOf } from '../competence/testing.js';
import { People, personId, roleId, unitId } from '../people/people.js';
import { Registrations } from '../launch/registrations.js';
import { Sessions } from '../login/sessions.js';
import { Teams } from './teams.js';
import request from 'supertest';

describe.each(databases)('%s', (database) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
  });
  afterAll(() => house.close());
  test('measure', async () => {
    const out: string[] = [];
    const time = async (what: string, work: () => Promise<unknown>) => {
      const t = performance.now();
      const r = await work();
      out.push(`${database} ${what}: ${Math.round(performance.now() - t)} ms`);
      return r;
    };
    const courses: string[] = [];
    for (let i = 0; i < 15; i += 1) courses.push(await aCourseInUse(house, `kurs-${i}`));
    const coordinator = await callerOf(house, 'coordinator');
    const rows = Array.from({ length: 1500 }, (_, i) =>
      anEmployee({
        key: `p${i}`,
        name: `Person ${i % 977}`,
        unit: ['Stor', `Avd ${Math.floor(i / 100)}`, `Team ${Math.floor(i / 30)}`],
        role: ['Sykepleier', 'Kokk', 'Lege'][i % 3]!,
      }),
    );
    const extra = { key: 'boss', access: [{ right: 'leader' as const, unit: null }] };
    await time('import 1500 people, no requirements', () =>
      house.app.get(People).importPersonnel(solvik.orgnr, [...rows, anEmployee(extra)]),
    );
    await house.app
      .get(Sessions)
      .giveToken(solvik.orgnr, personId(solvik.orgnr, 'boss'), `${solvik.orgnr}:boss`, 'test');
    await time('state 15 requirements for everybody', async () => {
      for (const [i, course] of courses.entries())
        await house.app
          .get(Competence)
          .stateRequirement(coordinator, {
            competence: `Krav ${i}`,
            role: null,
            course,
            validMonths: 12,
            deadlineDays: 30,
            from: '2024-01-01',
          });
    });
    await time('import 1500 people again, 15 requirements', () =>
      house.app.get(People).importPersonnel(solvik.orgnr, rows),
    );
    await time('import 1500 new people, 15 requirements', () =>
      house.app.get(People).importPersonnel(
        solvik.orgnr,
        rows.map((r) => ({ ...r, key: `n${r.key}`, unit: ['Annen', ...r.unit.slice(1)] })),
      ),
    );
    const done = Array.from({ length: 10_000 }, (_, i) => ({
      person: personId(solvik.orgnr, `p${i % 1500}`),
      course: courses[Math.floor(i / 1500)]!,
      completedAt: new Date(Date.UTC(2026, 0, 1 + (i % 300))).toISOString(),
      scaled: null,
    }));
    await time('record 10 000 earlier completions (all rooms)', () =>
      house.app.get(Registrations).recordEarlier(solvik.orgnr, done),
    );
    await time('recompute', async () => {
      out.push(JSON.stringify(await house.app.get(Competence).recompute()));
    });
    const boss = await callerOf(house, 'boss');
    const measure = async (what: string, n: number, work: () => Promise<unknown>) => {
      const ts: number[] = [];
      for (let i = 0; i < n; i += 1) {
        const t = performance.now();
        await work();
        ts.push(performance.now() - t);
      }
      ts.sort((a, b) => a - b);
      out.push(`${database} ${what}: median ${ts[n >> 1]!.toFixed(1)} p95 ${ts[Math.floor(n * 0.95)]!.toFixed(1)} ms`);
    };
    const small = unitId(solvik.orgnr, ['Stor', 'Avd 0', 'Team 0']);
    const big = unitId(solvik.orgnr, ['Stor']);
    const filter = { sort: 'attention' as const };
    for (const [n, unit] of [
      ['30 people', small],
      ['1500 people', big],
    ] as const) {
      await measure(`table of ${n}, use case`, 40, () => house.app.get(Teams).teamCompletion(boss, unit, filter));
      await measure(`table of ${n}, HTTP`, 40, () =>
        request(house.app.getHttpServer()).get(`/api/teams/${unit}`).set(as(solvik, 'boss')).expect(200),
      );
    }
    const db = house.app.get(Teams)['database'];
    const { sqlFile } = await import('../database/sql.js');
    const q = sqlFile(new URL('file:///work/main/api/src/teams/x.ts').href, 'team-completion.sql');
    const q2 = sqlFile(new URL('file:///work/main/api/src/teams/x.ts').href, 'team-people.sql');
    const cpu = async (what: string, n: number, work: () => Promise<unknown>) => {
      const c = process.cpuUsage();
      for (let i = 0; i < n; i += 1) await work();
      const u = process.cpuUsage(c);
      out.push(`${database} CPU ${what}: ${((u.user + u.system) / 1000 / n).toFixed(1)} ms`);
    };
    const today = '2026-11-21';
    for (const [n, unit] of [
      ['30', small],
      ['1500', big],
    ] as const) {
      const args = { municipality: solvik.orgnr, unit, today };
      if (database === 'sqlite')
        out.push(
          JSON.stringify(
            (
              await db.query(
                {
                  text:

                    q.text
                      .split('\n')
                      .filter((l) => !l.startsWith('--'))
                      .join('\n'),
                },
                args,
              )
            ).map((r: any) => r.detail),
          ),
        );
      await cpu(`cells query ${n}`, 20, () => db.query(q, args));
      await cpu(`people query ${n}`, 20, () => db.query(q2, args));
      await cpu(`rowsOf ${n}`, 20, () => house.app.get(Teams).rowsOf(boss, unit));
      await cpu(`use case ${n}`, 20, () => house.app.get(Teams).teamCompletion(boss, unit, filter));
      const t = await house.app.get(Teams).teamCompletion(boss, unit, filter);
      await cpu(`stringify ${n} (${JSON.stringify(t).length})`, 20, async () => JSON.stringify(t));
      await cpu(`HTTP ${n}`, 20, () =>
        request(house.app.getHttpServer())
          .get(`/api/teams/${unit}`)
          .set(as(solvik, 'boss'))
          .buffer(false)
          .parse((r, d) => {
            r.on('data', () => {});
            r.on('end', () => d(null, null));
          }),
      );
    }
    await measure('myTeams', 20, () => house.app.get(Teams).myTeams(boss));
    await measure('requirements', 20, () => house.app.get(Competence).requirements(coordinator));
    await measure('myGuides HTTP', 40, () =>
      request(house.app.getHttpServer()).get(`/api/me/guides`).set(as(solvik, 'boss')).expect(200),
    );
    console.log(out.join('\n'));
  }, 300_000);
});
