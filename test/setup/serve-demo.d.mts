import type { ChildProcess } from 'node:child_process';

/** The LRS credential of every server started here. */
export const xapi: { key: string; secret: string };

export interface Served {
  url: string;
  child: ChildProcess;
  dataDir: string;
  environment: Record<string, string>;
  /** Sends the signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Stops it and takes its data away. */
  remove(): Promise<void>;
}

export function serveDemo(database: 'sqlite' | 'postgres', environment?: Record<string, string>): Promise<Served>;
