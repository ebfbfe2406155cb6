import type { Example } from './rule.js';

/** The top of a guide that nothing is wrong with. */
const frontMatter = `---
title: Hender
summary: Når og hvordan du vasker hendene.
language: nb
minutes: 3
licence: CC-BY-4.0
publisher: Solvik kommune
topics: [hygiene]
---
`;

export const translated = `---
title: Hender
summary: Når og korleis du vaskar hendene.
language: nn
---
`;

const lesson = `# Vask hendene {#vask}

Vask hendene før du lager mat.
`;

/**
 * A folder whose guide holds `written`: as it stands where it begins with `---`, below a front matter where it begins with
 * a lesson, otherwise inside a lesson. `more` adds files or takes the place of them.
 */
export function aGuide(written: string, more: Record<string, string | Buffer> = {}): Example {
  const files = new Map<string, Buffer>([['guide.md', Buffer.from(whole(written))]]);
  for (const [path, content] of Object.entries(more)) files.set(path, Buffer.from(content));
  return { files, shown: written };
}

/** A folder where the fault is in another file than the guide. */
export function aGuideWith(shown: string, written: string, more: Record<string, string | Buffer>): Example {
  return { ...aGuide(written, more), shown };
}

function whole(written: string): string {
  if (written.startsWith('---')) return `${written}\n`;
  if (written.startsWith('# ')) return `${frontMatter}\n${written}\n`;
  return `${frontMatter}\n${lesson}\n${written}\n`;
}

/** The front matter with one line changed (or left out, where `line` is empty), and a lesson below it. */
export function aGuideWhere(field: string, line: string): Example {
  const lines = frontMatter.split('\n').filter((one) => !one.startsWith(`${field}:`));
  if (line) lines.splice(1, 0, line);
  const files = new Map([['guide.md', Buffer.from(`${lines.join('\n')}\n${lesson}`)]]);
  return { files, shown: line ? `---\n${line}\n---` : '' };
}

export const fine: Example = aGuide('# Vask hendene {#vask}\n\nVask hendene før du lager mat.');

export const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>Hånd</title><circle cx="5" cy="5" r="4"/></svg>\n';

export const film = Buffer.from('000000186674797069736f6d0000000069736f6d', 'hex');
