import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

// The built tool as its users run it: `npm run build:tools` comes first.
const bin = resolve('content-tools/bin/kurs.mjs');
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kurs-'));
  await kurs('new', 'brann');
});
let environment = {};
afterEach(async () => {
  environment = {};
  await rm(folder, { recursive: true });
});

function kurs(...words: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [bin, ...words], { cwd: folder, env: { ...process.env, ...environment } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.on('close', (code) => done({ code, out, err }));
  });
}

test('makes the package that is asked for, and inspect tells what it is', async () => {
  const made = await kurs('build', 'brann', '--target', 'scorm2004', '--edition', '3', '--out', 'pakker');
  expect(made).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Laget pakker\/brann-scorm2004\.zip \(\d+ kB\)\.\n$/u),
  });
  expect(await readdir(join(folder, 'pakker'))).toEqual(['brann-scorm2004.zip']);
  const told = await kurs('inspect', 'pakker/brann-scorm2004.zip');
  expect(told).toMatchObject({ code: 0, out: expect.stringContaining('Pakka er SCORM 2004 (2004 3rd Edition).') });
  const json = await kurs('inspect', 'pakker/brann-scorm2004.zip', '--json');
  expect(JSON.parse(json.out)).toMatchObject({ kind: 'scorm2004', items: 1, launch: 'index.html', warnings: [] });
});

test('all: four packages and, where there is a browser, the same guide on paper', async () => {
  expect((await kurs('build', 'brann', '--target', 'all', '--out', 'pakker')).code).toBe(0);
  const made = await readdir(join(folder, 'pakker'));
  expect(made).toEqual(
    expect.arrayContaining(['cmi5', 'scorm12', 'scorm2004', 'web'].map((one) => `brann-${one}.zip`)),
  );
  if (!existsSync('/usr/bin/chromium')) return;
  const pdf = await readFile(join(folder, 'pakker/brann-nb.pdf'), 'latin1');
  for (const sign of ['/MarkInfo', '/StructTreeRoot', '/Outlines', '/Lang (nb)']) expect(pdf).toContain(sign);
});

test('without a browser it says so; the rest is made all the same', async () => {
  // One that ends at once is as good as none.
  environment = { KURS_BROWSER: '/bin/false' };
  const pdf = await kurs('build', 'brann', '--target', 'pdf', '--out', 'pakker');
  expect(pdf).toMatchObject({ code: 1, out: expect.stringContaining('Laget ikke PDF') });
  const all = await kurs('build', 'brann', '--target', 'all', '--out', 'pakker');
  expect(all).toMatchObject({ code: 0, out: expect.stringContaining('Laget ikke PDF') });
  expect(await readdir(join(folder, 'pakker'))).toHaveLength(4);
});

test('with a mistake it is told where, and nothing is made', async () => {
  const path = join(folder, 'brann/guide.md');
  await writeFile(path, (await readFile(path, 'utf8')).replaceAll('- [x]', '- [ ]'));
  const refused = await kurs('build', 'brann', '--target', 'scorm12', '--out', 'pakker');
  expect(refused.code).toBe(1);
  expect(refused.out).toMatch(/brann\/guide\.md:\d+:\d+/u);
  expect(refused.out).toContain('Ingenting er laget av «brann».');
  expect(await readdir(join(folder, 'pakker'))).toEqual([]);
});

test.each([
  [['build', 'brann', '--target', 'scorm13', '--out', 'x'], '«scorm13» er ikke et mål.'],
  [['build', 'brann', '--target', 'scorm2004', '--edition', '2', '--out', 'x'], 'Utgaven av SCORM 2004 er 3 eller 4.'],
  [['build', 'brann', '--out', 'x'], 'må være med'],
  [['build', 'borte', '--target', 'web', '--out', 'x'], 'Mappa «borte» finnes ikke.'],
  [['inspect', 'borte.zip'], 'Kan ikke lese fila «borte.zip».'],
])('says in plain words what is wrong: %j', async (words, said) => {
  const { code, err } = await kurs(...words);
  expect(code).toBe(1);
  expect(err).toContain(said);
  expect(err).not.toMatch(/error|at .*\.js/u);
});

test('what is no package is refused with a reason', async () => {
  await writeFile(join(folder, 'notat.zip'), 'hei');
  expect(await kurs('inspect', 'notat.zip')).toMatchObject({ code: 1, out: 'Fila er ikke en zip-fil. (not-a-zip)\n' });
});
