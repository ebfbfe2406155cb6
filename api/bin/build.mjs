import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const house = fileURLToPath(new URL('../..', import.meta.url));
const passedOver = new Set(['node_modules', 'dist', 'build', '.react-router']);

/** What is built, from which folders, by which script of package.json. */
const parts = [
  { script: 'build:tools', sources: ['core', 'content-tools', 'api'], made: 'api/dist/main.js' },
  { script: 'build:web', sources: ['core', 'content-tools', 'web'], made: 'web/build/server/index.js' },
];

/** Builds each part whose sources are not those it was last built from. */
export async function buildWhatChanged() {
  for (const { script, sources, made } of parts) {
    const stamp = join(house, 'node_modules/.cache/kursdugnad', `${script.replace(':', '-')}.stamp`);
    const state = stateOf(sources);
    if (existsSync(join(house, made)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) continue;
    process.stdout.write(script === 'build:web' ? 'Building the front end …\n' : 'Building the server …\n');
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script], { cwd: house, encoding: 'utf8' });
    if (status !== 0) {
      process.stderr.write(`${stdout}${stderr}Could not build: npm run ${script}\n`);
      process.exit(1);
    }
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, state);
  }
}

/** One hash over the names, sizes and times of all sources. */
function stateOf(folders) {
  const hash = createHash('sha256').update(readFileSync(join(house, 'package-lock.json')));
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!passedOver.has(entry.name)) visit(path);
      } else if (entry.isFile()) {
        const { size, mtimeMs } = statSync(path);
        hash.update(`${path}\n${size}\n${mtimeMs}\n`);
      }
    }
  };
  for (const folder of folders) visit(join(house, folder));
  return hash.digest('hex');
}
