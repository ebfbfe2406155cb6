#!/usr/bin/env node
// Lays a .br and a .gz beside each file that browsers keep: compressed once here, harder than for every request anew.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const folder = fileURLToPath(new URL('../build/client/assets/', import.meta.url));
for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg)$/.test(file))) {
  const content = readFileSync(folder + name);
  if (content.length < 1024) continue;
  writeFileSync(`${folder}${name}.br`, brotliCompressSync(content));
  writeFileSync(`${folder}${name}.gz`, gzipSync(content, { level: 9 }));
}
