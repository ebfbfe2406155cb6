import { reasonIn } from '@kursdugnad/core/catalogue/change-words.js';
import type { Redo, VersionChange } from '@kursdugnad/core/catalogue/version-changes.js';
import type { Foreseen } from '@kursdugnad/core/contract/new-version.js';
import { CommandRefused } from './command-run.js';
import { printable } from './problem-lines.js';

const kinds: Record<VersionChange['kind'], string> = {
  added: 'nytt',
  changed: 'endret',
  removed: 'tatt bort',
  cosmetic: 'ordlyd',
};

/** What a publication changes, a line for each; what is only said differently is counted. */
export function changeLines({ last, changes }: Pick<Foreseen, 'last' | 'changes'>): string[] {
  if (last === null || changes.length === 0) return [];
  const cosmetic = changes.filter(({ kind }) => kind === 'cosmetic').length;
  const told = changes.filter(({ kind }) => kind !== 'cosmetic');
  const lines = told.map((change) => {
    const { kind, id, title } = change;
    return `  ${kinds[kind].padEnd(9)}  ${id}  ${printable(title)}: ${reasonIn('nb', change)}`;
  });
  const rest = cosmetic > 0 ? [`  ordlyd     ${cosmetic} ting er bare sagt annerledes.`] : [];
  return [`Endret siden versjon ${last}:`, ...lines, ...rest];
}

/** What the options of the command say is to be done again; otherwise what is proposed. */
export function decidedRedo(proposal: Redo, { redo = [], keep = [] }: { redo?: string[]; keep?: string[] }): Redo {
  if (redo.includes('all') || keep.includes('all')) {
    if (redo.length + keep.length > 1) throw new CommandRefused('«all» kan bare stå alene etter --redo eller --keep.');
    return redo.includes('all') ? 'all' : [];
  }
  const [both] = redo.filter((id) => keep.includes(id));
  if (both !== undefined) throw new CommandRefused(`«${both}» kan ikke stå både etter --redo og --keep.`);
  if (redo.length + keep.length === 0) return proposal;
  if (proposal === 'all') {
    if (redo.length === 0)
      throw new CommandRefused('Alt er foreslått på nytt. Skriv «--keep all», eller nevn delene med --redo.');
    return redo;
  }
  return [...new Set([...proposal, ...redo])].filter((id) => !keep.includes(id));
}

export function redoLine(redo: Redo): string {
  if (redo === 'all') return 'Alle tar guiden på nytt, også de som er ferdige.';
  if (redo.length === 0) return 'Ingen trenger å gjøre noe på nytt.';
  return `De som er i gang, gjør på nytt: ${redo.join(', ')}. De som er ferdige, er fortsatt ferdige.`;
}
