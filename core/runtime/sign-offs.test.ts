import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordEvent } from './learner-event.js';
import { emptyRecord, recorded } from './recording.js';
import { signOffAskedAt, signOffsAsked } from './sign-offs.js';

const at = (second: number) => new Date(Date.UTC(2026, 10, 21) + second * 1000).toISOString();
const task = fc.constantFrom('teppe', 'slange');
const event = fc.record({ task, second: fc.nat(20), kind: fc.constantFrom('requested', 'approved', 'returned') });

it('what waits is what was asked for after the last no, and never what is approved', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      const record = events.reduce((so, { task, second, kind }, index) => {
        const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
        const occurrence = { id, at: at(second), task };
        const one: RecordEvent =
          kind === 'requested'
            ? { kind, ...occurrence }
            : { kind: 'signed', ...occurrence, by: 'leader', approved: kind === 'approved' };
        return recorded(so, one);
      }, emptyRecord);
      const latest = (name: string, kind: string) =>
        Math.max(...events.filter((one) => one.task === name && one.kind === kind).map(({ second }) => second), -1);
      const waiting = ['teppe', 'slange'].filter(
        (name) => latest(name, 'approved') < 0 && latest(name, 'requested') > latest(name, 'returned'),
      );
      const asked = signOffsAsked(record);
      expect(asked.map((one) => one.task).sort()).toEqual(waiting.sort());
      for (const one of asked) expect(one.at).toBe(at(latest(one.task, 'requested')));
      expect(signOffAskedAt(record)).toBe(asked.map((one) => one.at).sort()[0] ?? null);
    }),
  );
});
