// `npm run check`: everything that tools can hold the code to. What does not depend on each other runs side by side.
import { spawn } from 'node:child_process';

const first = ['check:build', 'typegen'];
const then = ['check:types', 'check:lint', 'check:rooms', 'check:format'];

for (const script of first) if (!(await passes(script))) process.exit(1);
const results = await Promise.all(then.map(passes));
process.exit(results.every(Boolean) ? 0 : 1);

/** Runs a script of package.json; prints what it said when it failed. */
function passes(script) {
  const began = Date.now();
  return new Promise((resolve) => {
    let said = '';
    const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.once('exit', (code) => {
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? 'ok' : 'FAILED'}  ${script} (${seconds} s)\n${code === 0 ? '' : said}`);
      resolve(code === 0);
    });
  });
}
