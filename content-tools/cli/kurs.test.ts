import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { unpackSource } from '../package/source-bundle.js';
import { withoutMarks } from '../read/block-mark.js';
import { rulesManual } from './rules-manual.js';

// The built tool as its users run it: `npm run build:tools` comes first.
const bin = resolve('content-tools/bin/kurs.mjs');
let folder = '';
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'kurs-'))));
afterEach(() => rm(folder, { recursive: true }));

function kurs(...words: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [bin, ...words], { cwd: folder });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.on('close', (code) => done({ code, out, err }));
  });
}

const spoil = async () => {
  const path = join(folder, 'brann/guide.md');
  await writeFile(path, (await readFile(path, 'utf8')).replace('Skriv det viktigste', 'Skriv <b>det</b> viktigste'));
};

describe('kurs new', () => {
  it('makes a guide that nothing is wrong with', async () => {
    expect((await kurs('new', 'brann')).code).toBe(0);
    expect(await kurs('check', 'brann')).toMatchObject({ code: 0, out: 'Alt er i orden i guiden.\n' });
  });

  it.each(['Brann vern', 'brann_vern', 'å', '..'])('refuses the name %s in plain words', async (name) => {
    const { code, err } = await kurs('new', name);
    expect(code).toBe(1);
    expect(err).toContain('kan ikke være navnet på en guide');
  });

  it('does not write over a folder', async () => {
    await kurs('new', 'brann');
    expect(await kurs('new', 'brann')).toMatchObject({ code: 1, err: '«brann» finnes fra før. Velg et annet navn.\n' });
  });
});

describe('kurs translated', () => {
  const path = (file: string) => join(folder, 'brann', file);
  const top = '---\ntitle: Brann\nsummary: Kva du gjer når det brenn.\nlanguage: nn\n---\n';

  it('notes what was translated, so that check tells what has been changed since', async () => {
    await kurs('new', 'brann');
    const before = await readFile(path('guide.md'), 'utf8');
    await writeFile(path('guide.nn.md'), `${top}${before.slice(before.indexOf('---', 4) + 4)}`);
    expect((await kurs('check', 'brann')).out).not.toContain('translation-');
    expect(await kurs('translated', 'brann')).toMatchObject({ code: 0, out: 'Notert i guide.md, guide.nn.md.\n' });
    expect(await kurs('translated', 'brann')).toMatchObject({ code: 0, out: 'Alt var notert fra før.\n' });
    await writeFile(
      path('guide.md'),
      (await readFile(path('guide.md'), 'utf8')).replace('korte setninger', 'korte ord'),
    );
    const { out } = await kurs('check', 'brann', '--format', 'unix');
    expect(out).toMatch(/^brann\/guide\.md:\d+:1: warning: .*\[translation-stale\]$/mu);
    const [, id = ''] = /^brann\/guide\.nn\.md:.* og (\S+)\. \[translation-stale\]$/mu.exec(out) ?? [];
    expect((await kurs('translated', 'brann', 'nei')).err).toContain('Ingen oversettelse har merket «nei».');
    expect((await kurs('translated', 'brann', id)).code).toBe(0);
    expect((await kurs('check', 'brann')).out).not.toContain('translation-stale');
  });
});

describe('kurs check', () => {
  it('tells file, line, column, rule and how to mend it, and ends with 1', async () => {
    await kurs('new', 'brann');
    await spoil();
    const { code, out } = await kurs('check', 'brann');
    expect(code).toBe(1);
    expect(out).toMatch(/^brann\/guide\.md:\d+:\d+ {2}feil {2}raw-html$/mu);
    expect(out).toContain('Slik retter du det:');
  });

  it('says the same as JSON, for a folder of guides', async () => {
    await kurs('new', 'brann');
    await kurs('new', 'vann');
    await spoil();
    const { code, out } = await kurs('check', '--json');
    expect(code).toBe(1);
    const told = JSON.parse(out);
    expect(told).toMatchObject({
      errors: 2,
      warnings: 0,
      courses: [{ slug: 'brann' }, { slug: 'vann', problems: [] }],
    });
    expect(told.courses[0].problems[0]).toMatchObject({ rule: 'raw-html', severity: 'error', file: 'guide.md' });
  });

  it('writes missing ids with --fix and nothing else; warnings alone end with 0', async () => {
    await kurs('new', 'brann');
    const path = join(folder, 'brann/guide.md');
    const before = await readFile(path, 'utf8');
    await writeFile(path, before.replaceAll(/ \{#[^}]*\}/gu, ''));
    expect(await kurs('check', 'brann')).toMatchObject({ code: 0, out: expect.stringContaining('id-missing') });
    expect((await kurs('check', 'brann', '--fix')).code).toBe(0);
    const after = await readFile(path, 'utf8');
    expect(withoutMarks(after.replaceAll(/ \{#[^}]*\}/gu, ''))).toBe(before.replaceAll(/ \{#[^}]*\}/gu, ''));
    expect((await kurs('check', 'brann')).out).toBe('Alt er i orden i guiden.\n');
  });

  it('tells each problem on one line for editors', async () => {
    await kurs('new', 'brann');
    await spoil();
    const { code, out } = await kurs('check', 'brann', '--format', 'unix');
    expect(code).toBe(1);
    expect(out).toMatch(/^brann\/guide\.md:\d+:\d+: error: .* \[raw-html\]$/mu);
    expect((await kurs('check', 'brann', '--format', 'xml')).err).toContain('Velg en av disse: tekst, unix, json.');
  });

  it.each([
    [['check', 'nei'], 'Mappa «nei» finnes ikke.'],
    [['check'], 'Fant ingen guide'],
    [['chek'], 'Kommandoen «chek» finnes ikke.'],
    [['check', '--fiks'], 'Valget «--fiks» finnes ikke.'],
    [['new'], 'Det mangler noe etter kommandoen: NAVN.'],
    [['publish', '.'], 'må være med'],
  ])('answers %j in Norwegian', async (words, said) => {
    const { code, err } = await kurs(...words);
    expect(code).toBe(1);
    expect(err).toContain(said);
  });
});

describe('kurs publish', () => {
  interface Got {
    url: string;
    headers: Record<string, unknown>;
    body: Buffer;
  }
  let server: Server;
  let got: Got[] = [];
  let answer: { status: number; body: unknown };
  let to = '';
  const question = { part: 'question', kind: 'changed', why: 'key', proposal: 'redo' };
  const nothing: Record<string, unknown> = { last: null, changes: [], proposal: [] };
  let foreseen = nothing;
  const published = {
    course: { id: '0191f0a0-0000-7000-8000-000000000001', slug: 'brann', title: 'Brann' },
    ...{ version: { number: 3, hash: 'abc' }, unchanged: false },
  };

  beforeEach(async () => {
    got = [];
    foreseen = nothing;
    answer = { status: 201, body: published };
    server = createServer((request, response) => {
      void buffer(request).then((body) => {
        const { url = '', headers } = request;
        got.push({ url, headers, body });
        const isForeseen = url === '/api/courses/changes' && typeof answer.body === 'object' && answer.status < 300;
        response
          .writeHead(answer.status, { 'content-type': 'application/json' })
          .end(JSON.stringify(isForeseen ? foreseen : answer.body));
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    to = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await kurs('new', 'brann');
  });
  afterEach(() => new Promise((closed) => server.close(closed)));

  it('sends the folder and says which version it became', async () => {
    const { code, out } = await kurs('publish', 'brann', '--to', to, '--token', 'hemmelig', '--note', 'Ny tegning');
    expect([code, out]).toEqual([0, 'Publiserte «Brann» som versjon 3.\n']);
    expect(got.map(({ url }) => url)).toEqual(['/api/courses/changes', '/api/courses?note=Ny+tegning&redo=']);
    expect(got[0]?.body).toEqual(got[1]?.body);
    expect(got[0]).toMatchObject({
      headers: { authorization: 'Bearer hemmelig', 'content-type': 'application/zip' },
    });
    const unpacked = await unpackSource(got[0]?.body ?? Buffer.alloc(0));
    expect(unpacked).toMatchObject({
      slug: 'brann',
      files: new Map([
        ['guide.md', expect.any(Buffer)],
        ['media/tre-steg.svg', expect.any(Buffer)],
      ]),
    });
  });

  it('shows what has changed, and takes what is proposed unless the author says otherwise', async () => {
    const changes = [
      { ...question, id: 'royk', title: 'Hva gjør du først?' },
      { ...question, id: 'ny', title: 'Ny oppgave', kind: 'added', why: 'new', proposal: 'nothing' },
      { ...question, id: 'tekst', title: 'Du', part: 'block', kind: 'cosmetic', why: 'words', proposal: 'keep' },
    ];
    foreseen = { last: 2, changes, proposal: ['royk'] };
    const publish = (...more: string[]) => kurs('publish', 'brann', '--to', to, '--token', 't', ...more);
    const { out } = await publish();
    for (const said of [
      'Endret siden versjon 2:',
      'endret     royk  Hva gjør du først?: Fasiten er en annen',
      'nytt       ny  Ny oppgave: Er ny.',
      '1 ting er bare sagt annerledes.',
      'De som er i gang, gjør på nytt: royk.',
      'Slik verktøyet foreslår.',
    ])
      expect(out).toContain(said);
    await publish('--keep', 'royk', '--redo', 'vikar', 'olje');
    await publish('--keep', 'all');
    expect((await publish('--redo', 'all')).out).toContain('Alle tar guiden på nytt, også de som er ferdige.\n');
    const redone = got.flatMap(({ url }) => new URL(url, to).searchParams.get('redo') ?? []);
    expect(redone).toEqual(['royk', 'vikar,olje', '', 'all']);
    expect((await publish('--redo', 'all', '--keep', 'royk')).err).toContain('kan bare stå alene');
    expect((await publish('--redo', 'royk', '--keep', 'royk')).err).toContain('«royk» kan ikke stå både');
    expect(got).toHaveLength(10);
  });

  it('says when nothing was new', async () => {
    answer = { status: 200, body: { ...published, unchanged: true } };
    expect((await kurs('publish', 'brann', '--to', to, '--token', 't')).out).toContain(
      'er lik den siste versjonen (3)',
    );
  });

  it('sends nothing that has errors', async () => {
    await spoil();
    const { code, out } = await kurs('publish', 'brann', '--to', to, '--token', 't');
    expect(code).toBe(1);
    expect(out).toContain('raw-html');
    expect(out).toContain('Ingenting er publisert.');
    expect(got).toEqual([]);
  });

  it('shows what the platform says is wrong', async () => {
    const problems = [{ at: 'guide.md:12:3', message: 'Noe er galt.', mend: 'Rett det.' }];
    answer = {
      status: 422,
      body: { type: 'about:blank', title: 'Guiden har feil', status: 422, detail: 'Ingenting er lagret.', problems },
    };
    const { code, err } = await kurs('publish', 'brann', '--to', to, '--token', 't');
    expect(code).toBe(1);
    for (const said of ['Guiden har feil', 'Ingenting er lagret.', 'guide.md:12:3  Noe er galt. Rett det.'])
      expect(err).toContain(said);
  });

  it('says what a refused token, a foreign answer and a dead address mean', async () => {
    answer = { status: 401, body: {} };
    expect((await kurs('publish', 'brann', '--to', to, '--token', 't')).err).toContain('Nøkkelen er ikke gyldig.');
    answer = { status: 200, body: 'hei' };
    expect((await kurs('publish', 'brann', '--to', to, '--token', 't')).err).toContain(
      'ikke fra en plattform vi kjenner',
    );
    expect((await kurs('publish', 'brann', '--to', 'kurs.example', '--token', 't')).err).toContain(
      'ikke en nettadresse',
    );
    server.close();
    server.closeAllConnections();
    expect((await kurs('publish', 'brann', '--to', to, '--token', 't')).err).toContain('Ingen svarer på den adressen.');
  });
});

it('has its rules in the manual, as they are now', async () => {
  expect(await readFile('docs/forfattere/regler.md', 'utf8')).toBe(rulesManual());
});
