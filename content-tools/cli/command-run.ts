/** What is wrong, in words for the one at the keyboard; shown without a stack, exit 1. */
export class CommandRefused extends Error {}

/** Hands a command's work, which ends in an exit code, to `main`. */
export type Run = (work: Promise<number>) => Promise<void>;

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
