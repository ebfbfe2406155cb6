/**
 * Marked takes time in the square of some of these. No guide written for people comes near the limits; text that is made
 * to stall the reader passes them long before it can.
 */
export const weightLimits = {
  lines: 10_000,
  lineLength: 10_000,
  nesting: 12,
  /** Signs that may begin or end emphasis, links, addresses or code, in one run of lines without a blank one between. */
  signsInRun: 2_000,
  signs: 20_000,
  runLength: 60_000,
};

/** The line (1-based) where the text becomes too deep, long or tangled to read, or null. */
export function tooHeavyAt(text: string): number | null {
  const run = { length: 0, signs: 0 };
  let signs = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const isBlank = line.trim() === '';
    const inLine = isBlank ? 0 : signsIn(line);
    run.length = isBlank ? 0 : run.length + line.length;
    run.signs = isBlank ? 0 : run.signs + inLine;
    signs += inLine;
    const tooHeavy =
      index >= weightLimits.lines ||
      line.length > weightLimits.lineLength ||
      run.length > weightLimits.runLength ||
      run.signs > weightLimits.signsInRun ||
      signs > weightLimits.signs ||
      nestingOf(line) > weightLimits.nesting;
    if (tooHeavy) return index + 1;
  }
  return null;
}

function signsIn(line: string): number {
  let count = line.split('www.').length - 1;
  for (const sign of line) if ('*_~[]`<!\\:@'.includes(sign)) count += 1;
  return count;
}

/** How many quotes and list items a line opens; two blanks of indentation are one level. */
function nestingOf(line: string): number {
  let level = 0;
  let blanks = 0;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    if (sign === ' ') blanks += 1;
    else if (sign === '\t') blanks += 4;
    else if (sign === '>') level += 1;
    else if ('-*+'.includes(sign) && line[at + 1] === ' ') level += 1;
    else if (/[0-9]/u.test(sign) && /^[0-9]{0,8}[.)] /u.test(line.slice(at + 1, at + 12))) {
      level += 1;
      at += line.slice(at).indexOf(' ') - 1;
    } else break;
  }
  return Math.max(level, Math.floor((blanks - level) / 2));
}
