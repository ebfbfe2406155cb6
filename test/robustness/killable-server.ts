import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { serveDemo } from '../setup/serve-demo.mjs';

const house = fileURLToPath(new URL('../..', import.meta.url));

/** The built server with the demo region as a process of its own, to be killed and started again on the same data. */
export interface KillableServer {
  url: string;
  /** SIGKILL: nothing is finished, nothing is told. */
  kill(): Promise<void>;
  /** Resolves when it answers that it is ready. */
  startAgain(): Promise<void>;
  /** The operator's tool on the same data; answers what it said. Throws when it failed. */
  operate(...command: string[]): Promise<string>;
  remove(): Promise<void>;
}

export async function killableServer(
  database: 'sqlite' | 'postgres',
  environment: Record<string, string> = {},
): Promise<KillableServer> {
  const served = await serveDemo(database, environment);
  let child: ChildProcess = served.child;
  const { JEST_WORKER_ID: _, NODE_OPTIONS: __, PORT: ___, ...inherited } = process.env;
  const run = (...program: string[]) =>
    spawn(process.execPath, program, { cwd: house, env: { ...inherited, ...served.environment } });
  const ended = (one: ChildProcess) =>
    one.exitCode !== null || one.signalCode !== null
      ? Promise.resolve(one.exitCode)
      : new Promise<number | null>((resolve) => one.once('close', resolve));
  const kill = async () => {
    child.kill('SIGKILL');
    await ended(child);
  };
  return {
    url: served.url,
    kill,
    async startAgain() {
      child = run('api/dist/main.js');
      let said = '';
      child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
      for (const end = Date.now() + 60_000; !(await isReady(served.url)); await pause(20)) {
        if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}: ${said}`);
        if (Date.now() > end) throw new Error(`The server is not ready after a minute: ${said}`);
      }
    },
    async operate(...command) {
      const tool = run('api/bin/kursdugnad.mjs', ...command);
      let said = '';
      for (const stream of [tool.stdout, tool.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()));
      if ((await ended(tool)) !== 0) throw new Error(said);
      return said;
    },
    async remove() {
      await kill();
      await served.remove();
    },
  };
}

function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/health/ready`, { headers: { connection: 'close' } }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Resolves when it is so; throws after some seconds, 20 unless told. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, seconds = 20): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !(await isSo()); await pause(50))
    if (Date.now() > end) throw new Error(`Not within ${seconds} seconds: ${what}`);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
