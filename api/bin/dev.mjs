#!/usr/bin/env node
// `npm run dev`: as `npm start`, with reload. TypeScript is compiled as it is saved and the server starts anew; the
// front end comes from Vite, which changes the page in place.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildWhatChanged } from './build.mjs';

const house = fileURLToPath(new URL('../..', import.meta.url));
await buildWhatChanged();

const children = [
  ['npx', ['tsc', '-b', 'core', 'content-tools', '--watch', '--preserveWatchOutput']],
  ['npx', ['nest', 'build', '--watch', '--preserveWatchOutput']],
  [
    'node',
    [
      '--watch-path=api/dist',
      '--watch-path=core/dist',
      '--watch-path=content-tools/dist',
      '--watch-preserve-output',
      'api/dist/main.js',
    ],
  ],
].map(([command, args]) =>
  spawn(command, args, {
    cwd: house,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development', KURSDUGNAD_DEV: '1' },
  }),
);
const stop = () => children.forEach((child) => child.kill('SIGTERM'));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
