import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { packageIds } from '@kursdugnad/core/packaging/package-ids.js';
import type { Course } from '@kursdugnad/core/course/course.js';
import type { PackageState } from '@kursdugnad/core/runtime/package-state.js';
import type { Context, Statement } from '@kursdugnad/core/xapi/statement.js';
import type { Browser, Page } from 'playwright-core';
import { desk, until } from '../journeys/stage.js';
import { outcomeOf, told } from './told.js';
import { unzipped } from './unzipped.js';
import { strict, type World } from './world.js';

/** An LRS and the way into it. */
export interface Lrs {
  endpoint: string;
  /** The credentials of Basic, in base 64. */
  token: string;
  statementsOf(registration: string): Promise<Statement[]>;
}

export const sessionExtension = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';

/** A cmi5 platform that launches our unit against a real LRS, with a new session and a new token each time. */
export async function cmi5World(
  browser: Browser,
  course: Course,
  zip: Buffer,
  lrs: Lrs,
): Promise<World & { registration: string; activityId: string }> {
  const files = await unzipped(zip);
  const registration = randomUUID();
  const activityId = `https://lms.example/units/${registration}`;
  const actor = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: registration } };
  const tokens = new Map<string, string>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://lms');
    if (pathname === '/')
      return response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Kursoversikt</title>');
    const token = tokens.get(pathname);
    if (request.method === 'POST' && pathname.startsWith('/fetch/')) {
      tokens.delete(pathname);
      const answer = token ? { 'auth-token': token } : { 'error-code': '1', 'error-text': 'Used already' };
      return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    }
    const file = files.get(pathname.slice('/content/'.length));
    response.writeHead(file ? 200 : 404, { 'content-type': pathname.endsWith('.html') ? 'text/html' : '' }).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const ask = async (path: string, options: RequestInit = {}) => {
    const headers = {
      authorization: `Basic ${lrs.token}`,
      'x-experience-api-version': '1.0.3',
      'content-type': 'application/json',
    };
    const answer = await fetch(lrs.endpoint + path, { ...options, headers });
    if (!answer.ok && answer.status !== 404) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const document = (stateId: string) =>
    `activities/state?${new URLSearchParams({ agent: JSON.stringify(actor), activityId, registration, stateId })}`;

  async function launch(): Promise<string> {
    const context: Context = {
      contextActivities: { grouping: [{ id: packageIds(course).unit }] },
      extensions: { [sessionExtension]: randomUUID() },
    };
    const moveOn = course.passMark === undefined ? 'Completed' : 'CompletedAndPassed';
    const mastery = course.passMark === undefined ? {} : { masteryScore: course.passMark };
    const data = { contextTemplate: context, launchMode: 'Normal', moveOn, returnURL: `${origin}/`, ...mastery };
    await ask(document('LMS.LaunchData'), { method: 'PUT', body: JSON.stringify(data) });
    const path = `/fetch/${randomUUID()}`;
    tokens.set(path, lrs.token);
    const query = {
      endpoint: lrs.endpoint,
      fetch: origin + path,
      actor: JSON.stringify(actor),
      registration,
      activityId,
    };
    return `${origin}/content/index.html?${new URLSearchParams(query)}`;
  }

  let page: Page | null = null;
  return {
    registration,
    activityId,
    open: async () => {
      const context = await browser.newContext({ viewport: desk });
      page = strict(await context.newPage());
      await page.goto(await launch());
      await page.waitForURL(/#/u);
      return page;
    },
    leave: async () => {
      const before = await ended();
      await page?.goto(`${origin}/`);
      await until(async () => (await ended()) > before, 'terminated');
      await page?.context().close();
      page = null;
    },
    told: async () => {
      const state = (await (await ask(document('kursdugnad.state'))).json()) as PackageState;
      const { completed, success, scaled } = outcomeOf(await lrs.statementsOf(registration), activityId);
      return told(course, state.seed, state.record, { completed, success, scaled });
    },
    close: async () => {
      await page?.context().close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function ended(): Promise<number> {
    const said = await lrs.statementsOf(registration);
    return said.filter(({ verb }) => verb.id.endsWith('/terminated')).length;
  }
}
