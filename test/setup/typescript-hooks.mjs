import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const house = new URL('../../', import.meta.url);
const words = new URL('words.mjs', import.meta.url);
const isTypeScript = /\.tsx?(\?|$)/;

/** Our own rooms by their sources, not by what was built of them; what tests say, with a time for each. */
export function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return found(`${words.href}?${encodeURIComponent(context.parentURL)}`);
  const [, room, path] = /^@kursdugnad\/(core|content-tools)\/(.*\.js)$/.exec(specifier) ?? [];
  if (room) return sourceOf(new URL(`${room}/${path}`, house)) ?? next(specifier, context);
  const isOurs = isTypeScript.test(context.parentURL ?? '') && /^\.{1,2}\/.*\.js$/.test(specifier);
  return (isOurs && sourceOf(new URL(specifier, context.parentURL))) || next(specifier, context);
}

export async function load(url, context, next) {
  if (!isTypeScript.test(url)) return next(url, context);
  const filename = fileURLToPath(url.split('?')[0]);
  const { code } = await transform(await readFile(filename, 'utf8'), {
    filename,
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx: filename.endsWith('.tsx'), decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      keepClassNames: true,
    },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}

function sourceOf({ href }) {
  const sources = ['.ts', '.tsx'].map((end) => href.replace(/\.js$/, end));
  const source = sources.find((one) => existsSync(fileURLToPath(one)));
  return source === undefined ? null : found(source);
}

function found(url) {
  return { url, format: 'module', shortCircuit: true };
}
