import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import type { WaitingSignOff } from '@kursdugnad/core/contract/teams.js';
import request from 'supertest';
import { Catalogue } from '../catalogue/catalogue.js';
import { Competence } from '../competence/competence.js';
import { callerOf } from '../competence/testing.js';
import { Database } from '../database/database.js';
import { Registrations } from '../launch/registrations.js';
import { Statements } from '../lrs/statements.js';
import { aHouse, as, databases, granfoss, inhabited, solvik, type TestHouse } from '../testing.js';
import { aTeam, health, homeCare, idOf, south, unitOf } from './testing.js';

const guide = `---
title: Brannteppet
summary: Hvordan du bruker brannteppet på kjøkkenet.
language: nb
minutes: 2
licence: CC-BY-4.0
publisher: Solvik kommune
topics: [brannvern]
sources: [Rutinen]
---

# Bruk det {#bruk}

Teppet henger ved døra.

## Praktisk oppgave: Bruk *brannteppet* {#teppet}

Vis lederen din hvordan du bruker det.

## Praktisk oppgave: Finn veien ut {#veien}

Vis lederen din veien ut.
`;

describe.each(databases)('signing off on %s', (database) => {
  let house: TestHouse;
  let course: string;
  beforeAll(async () => {
    house = await aHouse(database);
    await inhabited(house);
    await aTeam(house);
    const files = new Map([['guide.md', Buffer.from(guide)]]);
    course = (await house.app.get(Catalogue).publishFiles(await callerOf(house, 'author'), 'teppet', files, '')).course
      .id;
    const asked = { competence: 'Brannteppe', role: null, course, validMonths: null, deadlineDays: 0 };
    await house.app.get(Competence).stateRequirement(await callerOf(house, 'coordinator'), asked);
  });
  afterAll(() => house.close());

  const http = () => request(house.app.getHttpServer());
  const waiting = async (unit = homeCare, key = 'leader') => {
    const { body } = await http().get(`/api/teams/${unit}/sign-offs`).set(as(solvik, key)).expect(200);
    return body.signOffs as WaitingSignOff[];
  };
  const sign = (one: WaitingSignOff, approved: boolean, key = 'leader', unit = homeCare, where = solvik) =>
    http()
      .post(`/api/teams/${unit}/people/${one.person.id}/sign-offs`)
      .set(as(where, key))
      .send({ registration: one.registration, task: one.task.id, approved });
  /** Reads everything, and asks for the sign-off of these tasks. */
  const asks = async (key: string, ...tasks: string[]) => {
    const registrations = house.app.get(Registrations);
    const caller = await callerOf(house, key);
    const { registration } = await registrations.start(caller, course);
    const lessons = mainEdition((await registrations.guide(caller, registration)).course).lessons;
    const occurrence = () => ({ id: randomUUID(), at: new Date().toISOString() });
    const events: LearnerEvent[] = [
      ...lessons.map(({ id: lesson }) => ({ kind: 'opened' as const, ...occurrence(), lesson })),
      ...tasks.map((task) => ({ kind: 'requested' as const, ...occurrence(), task })),
    ];
    await registrations.record({ ...caller, at: new Date().toISOString() }, registration, events);
    return registration;
  };
  const cell = async (key: string) => {
    const { body } = await http().get(`/api/teams/${homeCare}`).set(as(solvik, 'leader')).expect(200);
    return {
      signOffs: body.signOffs as number,
      cell: body.people.find(({ id }: { id: string }) => id === idOf(key)).cells[0],
    };
  };
  const last = async (): Promise<WaitingSignOff> => {
    const [one] = await waiting();
    if (!one) throw new Error('Nobody waits');
    return one;
  };

  test('the leader sees who asks for what, on the team, on a page of its own and on the person', async () => {
    const registration = await asks('employee', 'teppet');
    expect(await waiting()).toEqual([
      {
        registration,
        person: { id: idOf('employee'), name: 'Kari employee' },
        course: { id: course, title: 'Brannteppet' },
        task: { id: 'teppet', title: 'Bruk *brannteppet*', lesson: 'bruk' },
        at: expect.any(String),
      },
    ]);
    expect(await cell('employee')).toMatchObject({ signOffs: 1, cell: { state: 'not-yet-due' } });
    const person = await http()
      .get(`/api/teams/${south}/people/${idOf('employee')}`)
      .set(as(solvik, 'leader'))
      .expect(200);
    expect(person.body.signOffs).toHaveLength(1);
    const other = await http()
      .get(`/api/teams/${homeCare}/people/${idOf('cook')}`)
      .set(as(solvik, 'leader'))
      .expect(200);
    expect(other.body.signOffs).toEqual([]);
  });

  test('nobody else sees it or signs: other units, other municipalities, those who lead nothing, oneself', async () => {
    const one = await last();
    const sibling = unitOf('Helse', 'Sykehjemmet');
    expect(await waiting(sibling, 'sibling')).toEqual([]);
    await sign(one, true, 'sibling').expect(404);
    await sign(one, true, 'sibling', sibling).expect(409);
    await sign(one, true, 'leader', homeCare, granfoss).expect(404);
    await sign(one, true, 'employee').expect(403);
    await sign(one, true, 'leader', health).expect(404);
    await sign({ ...one, person: { ...one.person, id: idOf('cook') } }, true).expect(409);
    await sign({ ...one, task: { ...one.task, id: 'veien' } }, true).expect(409);
    const own = await asks('leader', 'teppet');
    expect((await waiting()).map(({ registration }) => registration)).not.toContain(own);
    const mine = { ...one, registration: own, person: { id: idOf('leader'), name: '' } };
    expect((await sign(mine, true).expect(403)).body.detail).toBe(
      'Du kan ikke signere din egen oppgave. Be lederen din om det.',
    );
    expect((await waiting(homeCare, 'mayor')).map(({ registration }) => registration)).toContain(own);
    await sign(mine, true, 'mayor').expect(200);
    expect(await waiting()).toHaveLength(1);
  });

  test('not yet takes it off the list until it is asked for again', async () => {
    const one = await last();
    await sign(one, false).expect(200);
    expect(await waiting()).toEqual([]);
    expect((await sign(one, true).expect(409)).body.detail).toContain('Ingen venter på signering');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await asks('employee', 'teppet', 'veien');
    expect((await waiting()).map(({ task }) => task.id)).toEqual(['teppet', 'veien']);
    expect((await cell('employee')).signOffs).toBe(2);
  });

  test('the last approval completes the guide: a statement by the leader, the completion, the table', async () => {
    const [one, two] = await waiting();
    if (!one || !two) throw new Error('Nobody waits');
    await sign(one, true).expect(200);
    expect(await cell('employee')).toMatchObject({ signOffs: 1, cell: { state: 'not-yet-due' } });
    const answers = await Promise.all([sign(two, true), sign(two, true)]);
    expect(answers.map(({ status }) => status).every((status) => status === 200 || status === 409)).toBe(true);
    expect(await cell('employee')).toMatchObject({ signOffs: 0, cell: { state: 'fulfilled' } });
    const said = await house.app
      .get(Database)
      .transaction((transaction) =>
        house.app.get(Statements).ofRegistrations(transaction, solvik.orgnr, [two.registration]),
      );
    const mastered = said.filter(({ object }) => JSON.stringify(object).includes('/tasks/veien"'));
    expect(mastered.map(({ verb, context }) => [verb.id.split('/').at(-1), context?.instructor])).toEqual([
      ['request', undefined],
      [
        'mastered',
        expect.objectContaining({ account: expect.objectContaining({ name: `${solvik.orgnr}:${idOf('leader')}` }) }),
      ],
    ]);
  });

  test('made anew from the statements, what waits is what waited', async () => {
    await asks('cook', 'veien');
    expect((await house.app.get(Registrations).recompute()).differed).toBe(0);
    await house.app
      .get(Database)
      .transaction(({ query }) => query({ text: 'UPDATE registration SET asked_at = NULL' }));
    expect(await waiting()).toEqual([]);
    expect((await house.app.get(Registrations).recompute()).differed).toBe(1);
    expect((await waiting()).map(({ person }) => person.name)).toEqual(['Bo; "Kokk"']);
  });
});
