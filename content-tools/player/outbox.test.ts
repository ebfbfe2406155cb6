import { describe, expect, test } from '@jest/globals';
import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import { outbox } from './outbox.js';

const event = (number: number): LearnerEvent => ({
  kind: 'opened',
  id: `00000000-0000-4000-8000-00000000000${number}`,
  at: `2026-02-03T10:00:0${number}.000Z`,
  lesson: 'alarmen',
});

/** A browser's storage, as two tabs share it. */
class Shelf {
  private readonly entries = new Map<string, string>();
  constructor(private readonly room = Infinity) {}
  get length() {
    return this.entries.size;
  }
  key = (index: number) => [...this.entries.keys()][index] ?? null;
  getItem = (key: string) => this.entries.get(key) ?? null;
  removeItem = (key: string) => void this.entries.delete(key);
  clear = () => this.entries.clear();
  setItem = (key: string, value: string) => {
    if (this.entries.size >= this.room) throw new Error('QuotaExceededError');
    this.entries.set(key, value);
  };
}

describe('the outbox', () => {
  test('keeps events in the order they happened, until they are taken out', () => {
    const box = outbox('r1', new Shelf());
    box.add(event(2));
    box.add(event(1));
    expect(box.pending()).toEqual([event(1), event(2)]);
    box.remove([event(1).id]);
    expect(box.pending()).toEqual([event(2)]);
    expect(box.isKept()).toBe(true);
  });

  test('two tabs write at the same time and lose nothing; another registration is another box', () => {
    const shelf = new Shelf();
    const [one, two, other] = [outbox('r1', shelf), outbox('r1', shelf), outbox('r2', shelf)];
    one.add(event(1));
    two.add(event(2));
    one.remove([event(1).id]);
    expect(two.pending()).toEqual([event(2)]);
    expect(other.pending()).toEqual([]);
    expect([one.owns('kursdugnad:r1:x'), one.owns('kursdugnad:r2:x'), one.owns(null)]).toEqual([true, false, true]);
  });

  test.each([
    ['refused', null],
    ['full', new Shelf(0)],
  ])('where storage is %s, it says that the events are not kept', (_how, shelf) => {
    const box = outbox('r1', shelf);
    expect(box.isKept()).toBe(true);
    box.add(event(1));
    expect(box.pending()).toEqual([event(1)]);
    expect(box.isKept()).toBe(false);
    box.remove([event(1).id]);
    expect(box.isKept()).toBe(true);
  });

  test('what it cannot read is passed over', () => {
    const shelf = new Shelf();
    for (const text of ['{', 'null', '1', '"x"', '{"id":1}']) shelf.setItem(`kursdugnad:r1:${text}`, text);
    expect(outbox('r1', shelf).pending()).toEqual([]);
  });

  test('a preview leaves nothing on the device', () => {
    const shelf = new Shelf();
    outbox(null, shelf).add(event(1));
    expect(shelf.length).toBe(0);
  });
});
