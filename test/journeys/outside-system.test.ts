import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { statementFaults } from '@kursdugnad/core/xapi/statement-faults.js';
import type { Statement, StatementsResponse } from '@xapi/xapi';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.js';
import { xapi } from '../setup/serve-demo.mjs';
import { XAPI } from '../xapi-client.js';
import { guideFolder, openNewRun, saved, signedIn, oneStage, takeToTheEnd } from './stage.js';

describe.each(oneStage)('an outside system reads and writes statements, on %s', (_database, url) => {
  const lrs = new XAPI({ endpoint: `${url}/xapi/`, auth: XAPI.toBasicAuth(xapi.key, xapi.secret), adapter: 'fetch' });
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  /** Follows `more` until there is no more. */
  const statementsOf = async (registration: string, limit?: number): Promise<Statement[]> => {
    let page = (await lrs.getStatements({ registration, ascending: true, ...(limit ? { limit } : {}) })).data;
    const all = [...page.statements];
    while (page.more) {
      page = (await lrs.getMoreStatements({ more: page.more })).data as StatementsResponse;
      all.push(...page.statements);
    }
    return all;
  };

  test('sees everything of a run just taken, as valid xAPI, without a name or a mail in it', async () => {
    const course = await guideFolder('brannvern');
    const { page, context } = await signedIn(browser, url, 'Solveig Lunde');
    const registration = await openNewRun(page, url, 'brannvern');
    await takeToTheEnd(page, course);
    await saved(page);
    await context.close();

    const said = await statementsOf(registration);
    expect(said.flatMap((statement) => statementFaults(statement, '1.0.3'))).toEqual([]);
    const verbs = said.map(({ verb }) => verb.id.replace(/^.*\//, ''));
    expect(verbs).toEqual(expect.arrayContaining(['responded', 'passed', 'completed']));
    expect(verbs.filter((verb) => verb === 'responded')).toHaveLength(8);
    expect(verbs.filter((verb) => verb === 'completed')).toHaveLength(1);
    expect(new Set(said.map(({ context: around }) => around?.registration))).toEqual(new Set([registration]));
    expect(JSON.stringify(said)).not.toMatch(/Solveig|Lunde|mailto:|mbox/);

    const inPages = await statementsOf(registration, 3);
    expect(inPages.map(({ id }) => id)).toEqual(said.map(({ id }) => id));
  });

  test('sends a statement and reads it back, as it sent it', async () => {
    const statement: Statement = {
      id: randomUUID(),
      actor: { objectType: 'Agent', account: { homePage: 'https://fagsystem.example', name: '42' } },
      verb: { id: 'http://adlnet.gov/expapi/verbs/attended', display: { nb: 'deltok på' } },
      object: {
        objectType: 'Activity',
        id: 'https://fagsystem.example/kurs/hlr',
        definition: { name: { nb: 'Hjerte- og lungeredning' } },
      },
      result: { completion: true, duration: 'PT2H' },
      timestamp: '2026-02-03T09:00:00.000Z',
    };
    const sent = await lrs.sendStatement({ statement });
    expect(sent.data).toEqual([statement.id]);
    const { data } = await lrs.getStatement({ statementId: statement.id! });
    expect(data).toMatchObject(statement);
    expect(data.stored).toMatch(/Z$/);
    expect(data.authority).toBeDefined();
    // Once more is no other statement, and does no harm.
    await lrs.sendStatement({ statement });
    const found = await lrs.getStatements({ agent: statement.actor as never, verb: statement.verb.id });
    expect(found.data.statements.filter(({ id }) => id === statement.id)).toHaveLength(1);
  });

  test('gets nothing with a wrong secret', async () => {
    const stranger = new XAPI({
      endpoint: `${url}/xapi/`,
      auth: XAPI.toBasicAuth(xapi.key, 'guessed'),
      adapter: 'fetch',
    });
    await expect(stranger.getStatements({})).rejects.toThrow('"status":401');
  });
});
