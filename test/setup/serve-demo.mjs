import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.mjs';
import { newDatabase } from './new-database.mjs';

const house = fileURLToPath(new URL('../..', import.meta.url));

/** The LRS credential of every server started here. */
export const xapi = { key: 'journeys', secret: 'the secret of the journeys' };

/** The built server as its own process, with the demo region on an empty database: { url, pid, dataDir, stop() }. */
export async function serveDemo(database, environment = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'kursdugnad-served-'));
  const port = await freePort();
  const own = {
    NODE_ENV: 'production',
    PORT: String(port),
    DATA_DIR: dataDir,
    DEMO: '1',
    LOG_LEVEL: 'error',
    XAPI_KEY: xapi.key,
    XAPI_SECRET: xapi.secret,
    ...(database === 'postgres' ? { DATABASE_URL: await newDatabase(process.env.TEST_POSTGRES) } : {}),
    ...environment,
  };
  const { JEST_WORKER_ID: _, NODE_OPTIONS: __, ...inherited } = process.env;
  const child = spawn(process.execPath, ['api/dist/main.js'], { cwd: house, env: { ...inherited, ...own } });
  await isListening(child);
  const stop = async (signal = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await ended;
    }
  };
  const remove = async () => {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: `http://localhost:${port}`, child, dataDir, environment: own, stop, remove };
}

function isListening(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (text) => {
      said += text;
      if (said.includes('Kursdugnad: http')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
}
