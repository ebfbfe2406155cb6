import { guidePage, guidePolicy } from '@kursdugnad/content-tools/render/guide-page.js';
import { postedEvent } from '@kursdugnad/content-tools/render/posted-event.js';
import type { Course, Language } from '@kursdugnad/core/course/course.js';
import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { emptyRecord, recorded } from '@kursdugnad/core/runtime/recording.js';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A guide on a real server with one learner, whose record can be looked at and whose answers can be told. */
export interface GuideServer {
  url(place: string, language?: Language): string;
  record: LearnerRecord;
  /** How events are met: taken, cut off, or with this status. */
  meets: 'taken' | 'cut' | 401 | 503;
  refuses: (event: LearnerEvent) => boolean;
  close(): Promise<void>;
}

/** `player`: the folder that `build-player.mjs` filled. */
export async function guideServer(course: Course, player: string): Promise<GuideServer> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const place = (shown: string, language: Language = 'nb') => `/guide/${shown}?sprak=${language}`;
  const self: GuideServer = {
    url: (shown, language) => origin + place(shown, language),
    record: emptyRecord,
    meets: 'taken',
    refuses: () => false,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    if (url.pathname === '/events') return events(await bodyOf(request), request, response);
    if (request.method === 'POST') return form(await bodyOf(request), url, response);
    if (url.pathname === '/player.js') return send(response, 'text/javascript', await readFile(`${player}/player.js`));
    if (url.pathname === '/guide.css') return send(response, 'text/css', await readFile(`${player}/guide.css`));
    if (url.pathname.startsWith('/guide/')) return send(response, 'text/html; charset=utf-8', page(url));
    send(response, 'text/html; charset=utf-8', '<!doctype html><title>Mine guider</title>');
  }

  function page(url: URL): string {
    const language = (url.searchParams.get('sprak') ?? 'nb') as Language;
    const question = url.searchParams.get('mangler');
    return guidePage({
      course,
      language,
      record: self.record,
      shown: decodeURIComponent(url.pathname.slice('/guide/'.length)),
      registration: 'r1',
      notice: question ? { kind: 'no-answer', question } : null,
      urls: {
        home: '/mine',
        place,
        action: `/svar?sprak=${language}`,
        events: '/events',
        media: (path) => `/${path}`,
        script: '/player.js',
        style: '/guide.css',
      },
      newId: randomUUID,
    });
  }

  function events(body: string, request: IncomingMessage, response: ServerResponse): void {
    if (self.meets === 'cut') return void request.socket.destroy();
    if (self.meets !== 'taken') return void response.writeHead(self.meets).end();
    const sent = (JSON.parse(body) as { events: LearnerEvent[] }).events;
    const refused = sent.filter((event) => self.refuses(event));
    const accepted = sent.filter((event) => !self.refuses(event));
    self.record = accepted.reduce(recorded, self.record);
    const report = {
      accepted: accepted.map(({ id }) => id),
      refused: refused.map(({ id }) => ({ id, reason: 'unknown-choice' })),
      record: self.record,
    };
    send(response, 'application/json', JSON.stringify(report));
  }

  function form(body: string, url: URL, response: ServerResponse): void {
    const { event, lesson, question } = postedEvent(new URLSearchParams(body), new Date().toISOString());
    if (event) self.record = recorded(self.record, event);
    const language = url.searchParams.get('sprak') as Language;
    const missing = event ? '' : `&mangler=${question}`;
    response.writeHead(303, { location: `${place(lesson, language)}${missing}#${question}` }).end();
  }

  return self;
}

function send(response: ServerResponse, type: string, content: string | Buffer): void {
  response.writeHead(200, {
    'content-type': type,
    'content-security-policy': guidePolicy,
    'cache-control': 'no-store',
  });
  response.end(content);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
