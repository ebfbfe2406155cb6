import { postedEvent } from './posted-event.js';

const at = '2026-02-03T10:00:00.000Z';
const id = '00000000-0000-4000-8000-000000000001';
const posted = (fields: [string, string][]) =>
  postedEvent(new URLSearchParams([['id', id], ['lesson', 'slokke'], ...fields]), at);

describe('a form of the page as an event', () => {
  test('an answer with all its choices, and nothing it should not have', () => {
    const { event, lesson } = posted([
      ['kind', 'answered'],
      ['question', 'royk'],
      ['response', 'a'],
      ['response', 'b'],
    ]);
    expect(event).toEqual({ kind: 'answered', id, at, question: 'royk', response: ['a', 'b'] });
    expect(lesson).toBe('slokke');
  });

  test('a declaration needs its tick, a restart nothing', () => {
    const declaration: [string, string][] = [
      ['kind', 'declared'],
      ['declaration', 'erklaering'],
    ];
    expect(posted(declaration).event).toBeNull();
    expect(posted([...declaration, ['confirmed', '1']]).event).toEqual({
      kind: 'declared',
      id,
      at,
      declaration: 'erklaering',
    });
    expect(posted([['kind', 'restarted']]).event).toEqual({ kind: 'restarted', id, at });
  });

  test('no answer, or not one of our forms', () => {
    expect(
      posted([
        ['kind', 'answered'],
        ['question', 'royk'],
      ]),
    ).toEqual({ event: null, lesson: 'slokke', question: 'royk' });
    expect(
      posted([
        ['kind', 'answered'],
        ['question', 'royk'],
        ['response', '  '],
      ]).event,
    ).toBeNull();
    expect(posted([['kind', 'tampered']]).event).toBeNull();
    expect(postedEvent(new URLSearchParams('kind=restarted&id=1'), at).event).toBeNull();
  });
});
