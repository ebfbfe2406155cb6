#!/usr/bin/env node
// Builds the browser's part of a guide: player.js and guide.css, each also under a name that changes with its content, so
// that a browser may keep it for ever. manifest.json tells the names. package-*.js are the players of packages.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const contentTools = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const out = resolve(process.argv[2] ?? join(contentTools, 'dist/player'));

/** Takes core from its sources, so that the player can be built before anything else is. */
const coreFromSource = {
  name: 'core-from-source',
  setup: (esbuild) =>
    esbuild.onResolve({ filter: /^@kursdugnad\/core\// }, ({ path }) => ({
      path: join(contentTools, '..', path.replace('@kursdugnad/core', 'core').replace(/\.js$/, '.ts')),
    })),
};

await mkdir(out, { recursive: true });
for (const old of await readdir(out)) if (/^(player|guide)-[0-9a-f]{8}\./.test(old)) await rm(join(out, old));

/** The player of each kind of package carries only that world's way of telling. */
const packages = ['scorm12', 'scorm2004', 'cmi5', 'offline'];

const options = {
  outdir: out,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome100', 'firefox100', 'safari15.4'],
  legalComments: 'none',
  tsconfigRaw: { compilerOptions: { target: 'es2022' } },
  plugins: [coreFromSource],
};
const source = (path) => join(contentTools, path);
await build({
  ...options,
  charset: 'utf8',
  entryPoints: { player: source('player/player.ts'), guide: source('render/guide.css') },
});
await build({
  ...options,
  charset: 'ascii',
  entryPoints: Object.fromEntries(packages.map((name) => [`package-${name}`, source(`player/${name}.ts`)])),
});

// In ASCII: nobody knows which character set the server of another system will call it. esbuild leaves tagged templates.
for (const name of packages) {
  const path = join(out, `package-${name}.js`);
  const escape = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  await writeFile(path, (await readFile(path, 'utf8')).replace(/[\u0080-\uffff]/g, escape));
}

const manifest = {};
for (const name of ['player.js', 'guide.css']) {
  const content = await readFile(join(out, name));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  manifest[name] = `${basename(name, extname(name))}-${hash}${extname(name)}`;
  await writeFile(join(out, manifest[name]), content);
}
await writeFile(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
