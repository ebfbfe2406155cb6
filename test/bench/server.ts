import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../setup/free-port.mjs';

export const house = fileURLToPath(new URL('../..', import.meta.url));

export interface Server {
  url: string;
  child: ChildProcess;
  /** From the start of the process until it said that it listens, in milliseconds. */
  ready: number;
  stop(): Promise<void>;
}

/** What `npm start` tells Node: every server that is measured, ours or bare, runs with it. */
const { scripts } = JSON.parse(readFileSync(join(house, 'package.json'), 'utf8')) as { scripts: { start: string } };
const options = scripts.start.split(' ').filter((word) => word.startsWith('--'));

/** A Node program of the house as a process of its own, ready when it has printed `said`. */
export async function serve(
  program: string[],
  said: string,
  environment: Record<string, string> = {},
): Promise<Server> {
  const port = await freePort();
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const began = performance.now();
  const child = spawn(process.execPath, [...options, ...program], {
    cwd: house,
    env: { ...inherited, NODE_ENV: 'production', PORT: String(port), LOG_LEVEL: 'error', ...environment },
  });
  await hasSaid(child, said);
  const ready = performance.now() - began;
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await ended;
  };
  return { url: `http://localhost:${port}`, child, ready, stop };
}

function hasSaid(child: ChildProcess, wanted: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (text: Buffer) => {
      said += text.toString();
      if (said.includes(wanted)) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
}
