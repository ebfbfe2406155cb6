import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const app = fileURLToPath(new URL('..', import.meta.url));

/** Classes that stand in another file of Designsystemet. */
const elsewhere = new Map([['sr-only', 'base']]);

test('every part of Designsystemet that a page uses has its style', () => {
  const styles = readFileSync(`${app}style/all.css`, 'utf8');
  const imported = [...styles.matchAll(/designsystemet-css\/([a-z-]+)\.css/g)].map(([, name]) => name);
  const sources = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const used = new Set(sources.flatMap((file) => partsIn(readFileSync(app + file, 'utf8'))));
  expect([...used].filter((part) => !imported.includes(elsewhere.get(part) ?? part))).toEqual([]);
  expect(used.size).toBeGreaterThan(5);
});

/** `Alert` of the React package and `ds-alert` in a class name are both `alert`. */
function partsIn(source: string): string[] {
  const components = /import \{([^}]*)\} from '@digdir\/designsystemet-react'/.exec(source)?.[1] ?? '';
  const named = components.split(',').map((name) => name.trim().replace(/^type /, ''));
  const kebab = named.filter(Boolean).map((name) => name.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase());
  const classes = [...source.matchAll(/className="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '));
  return [...kebab, ...classes.filter((name) => name.startsWith('ds-')).map((name) => name.slice(3))];
}
