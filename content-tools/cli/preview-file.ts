import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { playerAssets } from '../player-assets/player-assets.js';

export interface PreviewFile {
  status: number;
  type: string;
  content: Buffer | string;
}

const types: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt; charset=utf-8',
  '.pdf': 'application/pdf',
};

/** Waits for the word that a file is saved, and shows the page anew where the reader was. */
const reloadScript = `new EventSource('/-/saves').onmessage = () => location.reload();\n`;

/** Two people, as in the tabs of Kursdugnad. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <rect width="32" height="32" rx="7" fill="#0b3b4a"/>
  <circle cx="11" cy="12.5" r="4" fill="#8fd0d3"/>
  <circle cx="21" cy="12.5" r="4" fill="#fff"/>
  <path d="M5 25c0-4 2.7-6.5 6-6.5s6 2.5 6 6.5z" fill="#8fd0d3"/>
  <path d="M15 25c0-4 2.7-6.5 6-6.5s6 2.5 6 6.5z" fill="#fff"/>
</svg>`;

/** A picture of the guide or a part of the player; null for an address that is a page. */
export async function previewFile(dir: string, path: string): Promise<PreviewFile | null> {
  if (path === '/-/reload.js') return { status: 200, type: 'text/javascript; charset=utf-8', content: reloadScript };
  if (path === '/favicon.ico') return { status: 200, type: 'image/svg+xml', content: icon };
  const { script, style } = playerAssets();
  const asset = [script, style].find(({ name }) => path === `/-/${name}`);
  if (asset) return { status: 200, type: asset.type, content: await readFile(asset.path) };
  if (!path.startsWith('/media/') && !path.startsWith('/-/')) return null;
  const missing = { status: 404, type: 'text/plain; charset=utf-8', content: 'Finnes ikke' };
  const type = types[extname(path).toLowerCase()];
  // The same narrow paths as in the text: nothing outside the guide's own folder.
  if (!type || !/^\/media\/[a-z0-9][a-z0-9._/-]*$/iu.test(path) || path.includes('..')) return missing;
  const content = await readFile(join(dir, path)).catch(() => null);
  return content ? { status: 200, type, content } : missing;
}
