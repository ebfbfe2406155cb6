import { readAsking, type AskingText, writeAsking } from './asking-text.js';
import { choice } from './choice.js';
import { declaration } from './declaration.js';
import { fillIn } from './fill-in.js';
import type { AskingKind } from './kind.js';
import { matching } from './matching.js';
import { numeric } from './numeric.js';
import { practical } from './practical.js';
import { reflection } from './reflection.js';
import { sequencing } from './sequencing.js';
import { trueFalse } from './true-false.js';

/** Every kind that has a form, in the order of the menu. A new one is a file of its own and a name here. */
export const askingKinds = [
  choice,
  trueFalse,
  fillIn,
  numeric,
  sequencing,
  matching,
  declaration,
  practical,
  reflection,
] as unknown as readonly AskingKind[];

/** A block with its kind, taken apart for the form. */
export interface ReadBlock {
  kind: AskingKind;
  text: AskingText;
  answers: unknown;
}

/**
 * The block as its form shows it; null where the form would lose anything: what is read and written again must be the
 * same but for empty lines.
 */
export function readBlock(block: string): ReadBlock | null {
  for (const kind of askingKinds) {
    const text = readAsking(block, kind.isAnswer);
    if (text?.word.toLocaleLowerCase('nb') !== kind.word.toLocaleLowerCase('nb')) continue;
    const answers = text.answers.length === 0 && kind.empty === null ? null : kind.read(text.answers);
    if (answers === null && kind.empty !== null) continue;
    if (bare(writeBlock({ kind, text, answers })) === bare(block)) return { kind, text, answers };
  }
  return null;
}

export function writeBlock({ kind, text, answers }: ReadBlock): string {
  return writeAsking({ ...text, answers: kind.write(answers) });
}

const bare = (text: string) => text.replace(/\s+/gu, ' ').trim().toLocaleLowerCase('nb');
