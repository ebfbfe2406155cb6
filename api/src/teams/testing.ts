import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Sessions } from '../login/sessions.js';
import { People, personId, unitId } from '../people/people.js';
import { anEmployee, solvik, type TestHouse, tokenOf } from '../testing.js';

const home = ['Helse', 'Hjemmetjenesten'];
export const unitOf = (...names: string[]) => unitId(solvik.orgnr, names);
export const south = unitOf(...home, 'Hjemmetjenesten sør');
export const homeCare = unitOf(...home);
export const health = unitOf('Helse');
export const idOf = (key: string) => personId(solvik.orgnr, key);

/** Besides the inhabitants: two more in the home care, a sibling unit with a leader of its own, and a leader of everything. */
export async function aTeam(house: TestHouse): Promise<void> {
  const sibling = ['Helse', 'Sykehjemmet'];
  const rows = [
    anEmployee({ key: 'north', name: 'Åse Nord', unit: [...home, 'Hjemmetjenesten nord'], role: 'Sykepleier' }),
    anEmployee({ key: 'cook', name: 'Bo; "Kokk"', role: 'Kokk', language: 'nn' }),
    anEmployee({ key: 'sibling', unit: sibling, role: 'Leder', access: [{ right: 'leader', unit: sibling }] }),
    anEmployee({ key: 'mayor', unit: ['Rådhuset'], role: 'Leder', access: [{ right: 'leader', unit: null }] }),
  ];
  await house.app.get(People).importPersonnel(solvik.orgnr, rows);
  for (const { key } of rows)
    await house.app.get(Sessions).giveToken(solvik.orgnr, idOf(key), tokenOf(solvik, key), 'test');
}

export interface MailSink {
  url: string;
  mails: { to: string; text: string }[];
  /** Answers to RCPT TO, in turn; then 250. */
  refusals: string[];
  close(): Promise<void>;
}

/** A mail server that keeps what it is given. */
export async function aMailSink(): Promise<MailSink> {
  const mails: MailSink['mails'] = [];
  const refusals: string[] = [];
  const server = createServer((socket) => {
    converse(socket, mails, refusals);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}?ignoreTLS=true`, mails, refusals, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

function converse(socket: Socket, mails: MailSink['mails'], refusals: string[]): void {
  let unread = '';
  let to = '';
  let isData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say('220 sink');
  socket.on('error', () => undefined);
  socket.on('data', (bytes) => {
    unread += bytes.toString();
    for (;;) {
      const end = unread.indexOf(isData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const line = unread.slice(0, end);
      unread = unread.slice(end + (isData ? 5 : 2));
      if (isData) {
        mails.push({ to, text: line });
        isData = false;
        say('250 kept');
      } else if (/^RCPT/i.test(line)) {
        to = /<(.*)>/.exec(line)?.[1] ?? '';
        say(refusals.shift() ?? '250 yes');
      } else if (/^DATA/i.test(line)) {
        isData = true;
        say('354 go on');
      } else if (/^QUIT/i.test(line)) {
        say('221 bye');
        socket.end();
      } else say('250 yes');
    }
  });
}
