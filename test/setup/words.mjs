// What a test imports from `@jest/globals`, anew for each file. The runner knows no timeouts and only half of Jest's
// clock: here each test and hook gets a time of its own, and the clock is the one that Jest's is made of.
import { install } from '@sinonjs/fake-timers';

// As they are before a test makes a clock of its own.
const { expect, describe, setTimeout, clearTimeout } = globalThis;
/** Milliseconds: a real browser on a busy machine. */
let longest = 120_000;

const mayStandStill = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'];
let clock;
const jest = {
  setTimeout: (milliseconds) => (longest = milliseconds),
  useFakeTimers: () => (clock = install({ toFake: mayStandStill })),
  useRealTimers: () => clock.uninstall(),
  advanceTimersByTime: (milliseconds) => clock.tick(milliseconds),
  advanceTimersByTimeAsync: (milliseconds) => clock.tickAsync(milliseconds),
};
const test = Object.assign(timed(globalThis.test), {
  only: timed(globalThis.test.only),
  skip: globalThis.test.skip,
  todo: globalThis.test.todo,
  each: (...table) => timed(globalThis.test.each(...table)),
});
const [beforeAll, afterAll, beforeEach, afterEach] = ['beforeAll', 'afterAll', 'beforeEach', 'afterEach'].map(
  (name) => (work, most) => globalThis[name](inTime(work, name, most)),
);

export { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test as it, jest, test };

function timed(register) {
  return (name, work, most) => register(name, inTime(work, name, most));
}

function inTime(work, name, most) {
  return async (...given) => {
    let timer;
    const late = new Promise((_, reject) => {
      const patience = most ?? longest;
      timer = setTimeout(() => reject(new Error(`${name}: not done after ${patience} ms`)), patience);
    });
    await Promise.race([work(...given), late]).finally(() => clearTimeout(timer));
  };
}
