import { describe, expect, test } from '@jest/globals';
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

  test('what is put in order says the place of each; two in one place are no answer', () => {
    const placed = (...places: string[]) =>
      posted([
        ['kind', 'answered'],
        ['question', 'rekke'],
        ...places.map((place): [string, string] => ['place', place]),
      ]);
    expect(placed('2.a', '10.c', '1.b').event).toMatchObject({ response: ['b', 'a', 'c'] });
    expect(placed('2.a', '2.b')).toEqual({ event: null, lesson: 'slokke', question: 'rekke' });
  });

  test('a half-matched answer is none', () => {
    const matched = (last: string) =>
      posted([
        ...([
          ['kind', 'answered'],
          ['question', 'par'],
          ['response', 'a.1'],
          ['response', last],
        ] as [string, string][]),
      ]).event;
    expect(matched('')).toBeNull();
    expect(matched('b.2')).toMatchObject({ response: ['a.1', 'b.2'] });
  });

  test('the button of a hint asks for the hint, whatever is answered beside it', () => {
    const fields: [string, string][] = [
      ['kind', 'answered'],
      ['question', 'tall'],
      ['response', ''],
      ['hint', '2'],
    ];
    expect(posted(fields).event).toEqual({ kind: 'hinted', id, at, question: 'tall', hint: 2 });
  });

  test('a practical task is asked for; a sign-off is nothing a form can send', () => {
    const task: [string, string] = ['task', 'brannteppe'];
    expect(posted([['kind', 'requested'], task]).event).toEqual({ kind: 'requested', id, at, task: 'brannteppe' });
    expect(posted([['kind', 'signed'], task, ['by', 'meg'], ['approved', 'true']]).event).toBeNull();
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
