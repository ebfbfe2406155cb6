/** Chance that falls the same way every time: the same seed gives the same demo region. */
export interface Dice {
  /** 0 ≤ x < 1 */
  roll(): number;
  /** Whole number, both ends included. */
  between(low: number, high: number): number;
  oneOf<T>(choices: readonly T[]): T;
}

/** mulberry32: 32 bits of state, good enough for names and dates. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(roll() * (high - low + 1));
  return {
    roll,
    between,
    oneOf: (choices) => {
      const chosen = choices[between(0, choices.length - 1)];
      if (chosen === undefined) throw new Error('Nothing to choose from');
      return chosen;
    },
  };
}
