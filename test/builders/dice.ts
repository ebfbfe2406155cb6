/** Chance that falls the same way every time it begins with the same number (mulberry32). */
export class Dice {
  constructor(private state: number) {}

  /** From 0 up to 1. */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0, below the limit. */
  upTo(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  one<T>(list: readonly [T, ...T[]] | readonly T[]): T {
    return list[this.upTo(list.length)] as T;
  }

  isSo(chance: number): boolean {
    return this.fraction() < chance;
  }
}
