/** What is asked for again and again, in memory: the `most` that were asked for last. For what never changes under its key. */
export class Kept<Value> {
  private readonly values = new Map<string, Value>();

  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value !== undefined) this.keep(key, value);
    return value;
  }

  /** A Map remembers the order of insertion: the first is the one that nobody has asked for in the longest time. */
  keep(key: string, value: Value): Value {
    this.values.delete(key);
    this.values.set(key, value);
    const [oldest] = this.values.keys();
    if (this.values.size > this.most && oldest !== undefined) this.values.delete(oldest);
    return value;
  }
}
