import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { type KeptText, type SaveAnswer, type Saving, TextKeeper } from './text-keeper.js';

/** A server with one text, and a line to it that may be broken. */
class OneText {
  revision = 1;
  isAway = false;
  constructor(public text: string) {}

  save(text: string, basedOn: number): SaveAnswer {
    if (this.isAway) return { kind: 'away', why: 'offline' };
    if (basedOn < this.revision && text !== this.text)
      return { kind: 'newer', text: this.text, revision: this.revision, by: 'den andre' };
    if (text !== this.text) this.revision += 1;
    this.text = text;
    return { kind: 'saved', revision: this.revision, changedAt: '2026-11-21T09:42:00.000Z' };
  }
}

/** An author at a screen: what stands in the editor, what the browser keeps and what the page says. */
function anAuthor(server: OneText, delay = 0) {
  const screen = { text: server.text, kept: null as KeptText | null, said: [] as Saving[], merged: 0 };
  const keeper = new TextKeeper(server.text, server.revision, {
    save: (text, basedOn) => new Promise((resolve) => setTimeout(() => resolve(server.save(text, basedOn)), delay)),
    keep: (kept) => (screen.kept = kept),
    replace: (text) => (screen.text = text),
    tell: (saving) => screen.said.push(saving),
    tellMerged: () => (screen.merged += 1),
    now: () => '2026-11-21T09:42:00.000Z',
  });
  const type = (text: string) => {
    screen.text = text;
    keeper.typed(text);
  };
  return { screen, keeper, type, last: () => screen.said.at(-1)?.kind };
}

describe('what an author types', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

  test('is saved when the fingers rest, and is kept in the browser until then', async () => {
    const server = new OneText('En.');
    const { type, screen, last } = anAuthor(server, 100);
    type('En. To.');
    expect(screen.kept).toMatchObject({ text: 'En. To.', base: 'En.', basedOn: 1 });
    await pass(700);
    expect(server.text).toBe('En.');
    await pass(300);
    expect([server.text, screen.kept, last()]).toEqual(['En. To.', null, 'saved']);
  });

  test('is saved now and then also when the fingers never rest', async () => {
    const server = new OneText('');
    const { type } = anAuthor(server);
    for (let count = 1; count <= 50; count += 1) {
      type('x'.repeat(count));
      await pass(100);
    }
    expect(server.text.length).toBeGreaterThan(35);
  });

  test('while it is being saved is not lost, nor said to be saved', async () => {
    const server = new OneText('En.');
    const { type, screen, last } = anAuthor(server, 1_000);
    type('En. To.');
    await pass(900);
    type('En. To. Tre.');
    await pass(950);
    expect([server.text, screen.kept?.text, last()]).toEqual(['En. To.', 'En. To. Tre.', 'saving']);
    await pass(3_000);
    expect([server.text, screen.kept, last()]).toEqual(['En. To. Tre.', null, 'saved']);
  });

  test('without a line is kept, and saved when the line is back', async () => {
    const server = new OneText('En.');
    const { type, screen, last } = anAuthor(server);
    server.isAway = true;
    type('En. To.');
    await pass(10_000);
    expect([server.text, screen.kept?.text, last()]).toEqual(['En.', 'En. To.', 'away']);
    server.isAway = false;
    await pass(30_000);
    expect([server.text, screen.kept, last()]).toEqual(['En. To.', null, 'saved']);
  });

  test('before the page was lost comes back, upon what others have done since', async () => {
    const server = new OneText('En.\n\nTo.');
    const lost = anAuthor(server);
    server.isAway = true;
    lost.type('En.\n\nTo og mer.');
    await pass(5_000);
    lost.keeper.stop();
    server.isAway = false;
    server.save('En ny.\n\nTo.', 1);
    const again = anAuthor(server);
    expect(again.keeper.restore(lost.screen.kept!)).toBe(true);
    expect(again.screen.text).toBe('En ny.\n\nTo og mer.');
    await pass(2_000);
    expect([server.text, again.screen.kept]).toEqual(['En ny.\n\nTo og mer.', null]);
  });

  test('that had reached the server before the page was lost is not brought back', () => {
    const server = new OneText('En. To.');
    const { keeper, screen } = anAuthor(server);
    expect(keeper.restore({ text: 'En. To.', base: 'En.', basedOn: 1, at: '' })).toBe(false);
    expect([screen.text, screen.kept, screen.said]).toEqual(['En. To.', null, []]);
  });

  test('in the same place as another is not saved until somebody has chosen', async () => {
    const server = new OneText('En.');
    const { type, keeper, screen, last } = anAuthor(server);
    server.save('En av Ola.', 1);
    type('En av Kari.');
    await pass(2_000);
    expect([server.text, screen.text, screen.kept?.text, last()]).toEqual([
      'En av Ola.',
      'En av Kari.',
      'En av Kari.',
      'conflict',
    ]);
    type('En av Kari!');
    await pass(60_000);
    expect(server.text).toBe('En av Ola.');
    await Promise.all([keeper.settle('En av begge.'), pass(1_000)]);
    expect([server.text, screen.text, screen.kept, last()]).toEqual(['En av begge.', 'En av begge.', null, 'saved']);
  });

  test('by two at once, each in a part of their own, is all there in the end', async () => {
    const parts = (a: string, b: string) => `# A\n\n${a}\n\n# B\n\n${b}\n`;
    const step = fc.tuple(fc.constantFrom('a', 'b', 'line'), fc.integer({ min: 1, max: 1_500 }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const server = new OneText(parts('a', 'b'));
        const authors = { a: anAuthor(server, 120), b: anAuthor(server, 300) };
        const typed = { a: 'a', b: 'b' };
        for (const [what, time] of steps) {
          if (what === 'line') server.isAway = !server.isAway;
          else {
            typed[what] += what;
            const { screen, type } = authors[what];
            type(screen.text.replace(new RegExp(`^${what}+$`, 'mu'), typed[what]));
          }
          await pass(time);
        }
        server.isAway = false;
        await pass(120_000);
        expect(server.text).toBe(parts(typed.a, typed.b));
        for (const { screen } of Object.values(authors)) expect(screen.kept).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});
