import type { KeptText } from './text-keeper.js';

/** What this browser keeps of texts that are not saved. At once and without waiting: the page may be gone the moment after. */
export function keptTexts(draft: string) {
  const key = (path: string) => `utkast ${draft} ${path}`;
  return {
    read(path: string): KeptText | null {
      try {
        const kept = JSON.parse(localStorage.getItem(key(path)) ?? 'null') as Partial<KeptText> | null;
        const isWhole =
          typeof kept?.text === 'string' && typeof kept.base === 'string' && typeof kept.basedOn === 'number';
        return isWhole ? (kept as KeptText) : null;
      } catch {
        return null;
      }
    },
    write(path: string, kept: KeptText | null): void {
      try {
        if (kept === null) localStorage.removeItem(key(path));
        else localStorage.setItem(key(path), JSON.stringify(kept));
      } catch {
        // A browser that is full or forbids it: the text is still saved over the line.
      }
    },
  };
}
export type KeptTexts = ReturnType<typeof keptTexts>;
