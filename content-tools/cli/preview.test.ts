import { execFileSync } from 'node:child_process';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { previewServer, type Preview } from './preview.js';

const guide = (title: string) => `---
title: ${title}
summary: Hva du gjør når alarmen går.
language: nb
minutes: 8
licence: CC-BY-4.0
publisher: Solvik kommune
topics: [brannvern]
---

# Når alarmen går {#alarmen}

Gå ut med en gang.

## Spørsmål: Hva gjør du først? {#royk}

- [ ] Leter.
  > Da går det minutter.
- [x] Ringer 110.
`;

let dir: string;
let preview: Preview;

beforeAll(() => void execFileSync('node', ['content-tools/bin/build-player.mjs']));
beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'kurs-')), 'brannvern');
  await mkdir(join(dir, 'media'), { recursive: true });
  await writeFile(join(dir, 'guide.md'), guide('Brannvern'));
  await writeFile(join(dir, 'media', 'plan.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  preview = await previewServer(dir, { port: 0 });
});
afterEach(async () => {
  await preview.close();
  await rm(dir, { recursive: true });
});

const at = (path: string) => new URL(path, preview.url);
const opened = async () => (await fetch(preview.url)).url;

describe('a preview', () => {
  test('leads to the first lesson, in a tab of its own', async () => {
    const [one, other] = [await opened(), await opened()];
    expect(new URL(one).pathname).toBe('/alarmen');
    expect(one).not.toBe(other);
    expect(await (await fetch(one)).text()).toContain('Ingenting blir lagret');
  });

  test('takes answers without script, and keeps those of two tabs apart', async () => {
    const [one, other] = [await opened(), await opened()];
    const page = await (await fetch(one)).text();
    const action = /<form[^>]*action="([^"]*)"/u.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const id = /name="id" value="([^"]*)"/u.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ kind: 'answered', id, lesson: 'alarmen', question: 'royk', response: 'a' });
    const after = await fetch(at(action), { method: 'POST', body });
    expect(new URL(after.url).pathname).toBe('/alarmen');
    expect(await after.text()).toContain('Ikke riktig ennå.');
    expect(await (await fetch(other)).text()).not.toContain('Ikke riktig ennå.');
  });

  test('takes the player’s events', async () => {
    const tab = new URL(await opened()).search;
    const id = '00000000-0000-4000-8000-000000000001';
    const event = { kind: 'answered', id, at: '2026-02-03T10:00:00.000Z', question: 'royk', response: ['b'] };
    const response = await fetch(at(`/-/hendelser${tab}`), {
      method: 'POST',
      body: JSON.stringify({ events: [event, {}] }),
    });
    expect(await response.json()).toMatchObject({ accepted: [id], refused: [], record: { answers: [{ id }] } });
  });

  test('says how many points one passes with, and has an icon for the tab', async () => {
    await writeFile(join(dir, 'guide.md'), guide('Brannvern').replace('minutes: 8', 'minutes: 8\npass: 80'));
    await preview.close();
    preview = await previewServer(dir, { port: 0 });
    expect(await (await fetch(preview.url)).text()).toContain('Bestått ved 1 av 1 poeng.');
    expect((await fetch(at('/favicon.ico'))).status).toBe(200);
  });

  test('gives the guide’s media and nothing else', async () => {
    expect((await fetch(at('/media/plan.svg'))).headers.get('content-type')).toBe('image/svg+xml');
    for (const path of ['/media/guide.md', '/media/..%2Fguide.md', '/media/%2e%2e/guide.md', '/media/finnes-ikke.svg'])
      expect((await fetch(at(path))).headers.get('content-type')).not.toMatch(/svg|markdown/u);
  });

  test('tells the page when a file is saved, and shows the new text', async () => {
    const page = await opened();
    const events = (await fetch(at('/-/saves'))).body!.getReader();
    await events.read();
    await writeFile(join(dir, 'guide.md'), guide('Brannvern i nytt lys'));
    expect(new TextDecoder().decode((await events.read()).value)).toContain('saved');
    expect(await (await fetch(page)).text()).toContain('Brannvern i nytt lys');
    await events.cancel();
  });

  test('shows what is wrong, with the line', async () => {
    await preview.close();
    const text = await readFile(join(dir, 'guide.md'), 'utf8');
    await writeFile(join(dir, 'guide.md'), text.replace('- [x]', '- [ ]'));
    preview = await previewServer(dir, { port: 0 });
    const response = await fetch(preview.url);
    expect(response.status).toBe(422);
    expect((await response.text()).replaceAll(/\s+/gu, ' ')).toMatch(/Feil<\/strong> i guide\.md, linje \d+: /u);
  });
});
