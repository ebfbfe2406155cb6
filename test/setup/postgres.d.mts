export interface Postgres {
  /** Without a database. */
  address: string;
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>;
  /** As an operator does it: who is connected is cut off. What is stored stays. */
  stop(): Promise<void>;
  startAgain(): Promise<void>;
  /** Stops it and takes its data away. */
  remove(): Promise<void>;
}

/** `isDurable`: fsync and synchronous commit are on, as an operator would have it. */
export function startPostgres(options?: { isDurable?: boolean }): Promise<Postgres>;
