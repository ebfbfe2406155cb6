import { describe, expect, test } from '@jest/globals';
import type { Facts } from './fulfilment.js';
import { type AskedOfMe, type MyRun, myGuides } from './my-guides.js';

const today = '2026-11-21';
const aCard = (id: string, title = id) => ({
  id,
  slug: id,
  title,
  summary: '',
  minutes: 5,
  languages: ['nb' as const],
});
const asked = (course: string, competence: string, facts: Partial<Facts> = {}): AskedOfMe => ({
  course,
  because: { requirement: competence, competence, role: null, unit: 'Sør' },
  facts: { starts: '2026-01-01', ends: null, due: '2026-12-24', on: null, validUntil: null, progress: null, ...facts },
});
const aRun = (course: string, completedOn: string | null, progress = 1): MyRun => ({
  course,
  registration: { id: course, progress, lastAt: '2026-11-01T10:00:00.000Z', completed: completedOn !== null },
  completedOn,
});
const titles = (guides: { course: { title: string } }[]) => guides.map(({ course }) => course.title);

describe('my guides', () => {
  test('what is overdue comes first, then what runs out, then what has time', () => {
    const cards = ['time', 'late', 'soon', 'later'].map((id) => aCard(id));
    const { waiting } = myGuides(
      cards,
      [
        asked('time', 'a'),
        asked('late', 'b', { due: '2026-11-20' }),
        asked('soon', 'c', { on: '2025-12-01', validUntil: '2026-12-01' }),
        asked('later', 'd', { due: '2026-11-10' }),
      ],
      [],
      today,
    );
    expect(titles(waiting)).toEqual(['later', 'late', 'soon', 'time']);
  });

  test('a guide that two requirements ask for is there once, for the more urgent', () => {
    const twice = [asked('a', 'has time'), asked('a', 'is late', { due: '2026-11-01' })];
    const { waiting, done, open } = myGuides([aCard('a')], twice, [], today);
    expect([waiting.length, done.length, open.length]).toEqual([1, 0, 0]);
    expect(waiting[0]).toMatchObject({ state: 'missing', due: '2026-11-01', because: { competence: 'is late' } });
  });

  test('done is the latest first, whether required or not; the rest is open, by title', () => {
    const cards = ['å', 'b', 'own', 'valid'].map((id) => aCard(id));
    const valid = asked('valid', 'x', { on: '2026-11-01', validUntil: '2027-11-01' });
    const runs = [aRun('own', '2026-10-01'), aRun('valid', '2026-11-01'), aRun('b', null, 0.3)];
    const { done, open, waiting } = myGuides(cards, [valid], runs, today);
    expect(waiting).toEqual([]);
    expect(done).toMatchObject([
      { course: { title: 'valid' }, state: 'fulfilled', completedOn: '2026-11-01' },
      { course: { title: 'own' }, state: null, because: null, completedOn: '2026-10-01' },
    ]);
    expect(titles(open)).toEqual(['b', 'å']);
    expect(open[0]?.registration?.progress).toBe(0.3);
  });
});
