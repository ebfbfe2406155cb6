import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { playerAssets } from './player-assets.js';

test('the built player’s files, under names that change with their content', () => {
  const folder = mkdtempSync(join(tmpdir(), 'player-'));
  execFileSync('node', ['content-tools/bin/build-player.mjs', folder]);
  const { script, style } = playerAssets(folder);
  expect(script.name).toMatch(/^player-[0-9a-f]{8}\.js$/u);
  expect(style.name).toMatch(/^guide-[0-9a-f]{8}\.css$/u);
  expect(readFileSync(script.path)).toEqual(readFileSync(join(folder, 'player.js')));
  expect(style.type).toBe('text/css; charset=utf-8');
  rmSync(folder, { recursive: true });
});
