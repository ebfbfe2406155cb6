import { jest } from '@jest/globals';
import { calmly } from './calmly.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('runs at once, then once for all that was asked meanwhile, then not again', () => {
  let runs = 0;
  const calm = calmly(() => runs++, 1_000);
  for (let ask = 0; ask < 5; ask++) calm.ask();
  expect(runs).toBe(1);
  jest.advanceTimersByTime(1_000);
  expect(runs).toBe(2);
  jest.advanceTimersByTime(10_000);
  expect(runs).toBe(2);
  calm.ask();
  expect(runs).toBe(3);
});
