/** A question or the like as text, taken apart: what every kind has, and the lines of its answers. */
export interface AskingText {
  depth: number;
  /** `Spørsmål`, `Erklæring` … */
  word: string;
  title: string;
  /** What the tool and the author have written after the title: `{#royk forsok=1}`, a mark. Kept as it is. */
  tail: string;
  /** Block Markdown above the answers. */
  situation: string;
  answers: string[];
  hints: string[];
  /** Whether the hints stand above the answers, as they usually do. */
  areHintsAbove: boolean;
  whenRight: string;
  whenWrong: string;
  /** What everybody gets to see afterwards. */
  explanation: string;
}

const heading = /^(#{2,3}) ([^:]{1,30}):[ \t]*(.*?)((?:[ \t]*\{[^}]*\})?(?:[ \t]*<!--[^>]*-->)?)[ \t]*$/u;

/** Takes a block apart; null where it holds something that a form cannot show. `isAnswer`: the first line of answers. */
export function readAsking(block: string, isAnswer: (line: string) => boolean): AskingText | null {
  const [first = '', ...rest] = block.split('\n');
  const found = heading.exec(first);
  if (!found) return null;
  const [, signs = '##', word = '', title = '', tail = ''] = found;
  const text: AskingText = { depth: signs.length, word, title, tail, ...nothing() };
  const chunks = chunksOf(rest);
  let isBefore = true;
  for (const chunk of chunks) {
    const [line = ''] = chunk;
    if (/^> ?Hint:/iu.test(line)) takeHint(text, chunk, isBefore);
    else if (isAnswer(line) || (!isBefore && line.startsWith(' '))) {
      text.answers.push(...chunk);
      isBefore = false;
    } else if (isBefore) text.situation = joined(text.situation, chunk.join('\n'));
    else if (line.startsWith('>') && !line.startsWith('> [!')) takeQuote(text, quoted(chunk));
    else return null;
  }
  return text;
}

export function writeAsking(text: AskingText): string {
  const { depth, word, title, tail, situation, answers, areHintsAbove, whenRight, whenWrong, explanation } = text;
  const hints = text.hints.filter((hint) => hint.trim() !== '').map((hint) => quote(`Hint: ${hint.trim()}`));
  const marks = tail.trim() === '' ? '' : ` ${tail.trim()}`;
  const parts = [
    `${'#'.repeat(depth)} ${word}: ${oneLine(title)}${marks}`,
    situation.trim(),
    ...(areHintsAbove ? hints : []),
    answers.join('\n'),
    ...(areHintsAbove ? [] : hints),
    whenRight.trim() && quote(`Riktig: ${whenRight.trim()}`),
    whenWrong.trim() && quote(`Galt: ${whenWrong.trim()}`),
    explanation.trim() && quote(explanation.trim()),
  ];
  return parts.filter(Boolean).join('\n\n');
}

export const emptyAsking = (word: string): AskingText => ({ depth: 2, word, title: '', tail: '', ...nothing() });

const nothing = () => ({
  situation: '',
  answers: [] as string[],
  hints: [] as string[],
  areHintsAbove: true,
  whenRight: '',
  whenWrong: '',
  explanation: '',
});

/** `forsok=1` of the tail; '' where it is not written. */
export function attribute(tail: string, name: string): string {
  return new RegExp(`[{ ]${name}=(\\d+)`, 'u').exec(tail)?.[1] ?? '';
}

/** The tail with an attribute written, or taken out where the value is ''. */
export function withAttribute(tail: string, name: string, value: string): string {
  const braces = /\{[^}]*\}/u.exec(tail)?.[0] ?? '';
  const others = braces
    .slice(1, -1)
    .split(/\s+/u)
    .filter((part) => part !== '' && !part.startsWith(`${name}=`));
  const inside = [...others, ...(value === '' ? [] : [`${name}=${value}`])].join(' ');
  const written = inside === '' ? '' : `{${inside}}`;
  return braces === '' ? `${written} ${tail.trim()}`.trim() : tail.replace(braces, () => written).trim();
}

export const oneLine = (text: string) => text.replace(/\s*\n\s*/gu, ' ').trim();

function chunksOf(lines: readonly string[]): string[][] {
  const chunks: string[][] = [];
  let isNew = true;
  for (const line of lines) {
    if (line.trim() === '') isNew = true;
    else if (isNew) {
      chunks.push([line]);
      isNew = false;
    } else chunks.at(-1)?.push(line);
  }
  return chunks;
}

function takeHint(text: AskingText, chunk: readonly string[], isBefore: boolean): void {
  text.areHintsAbove = isBefore;
  text.hints.push(quoted(chunk).replace(/^hint:\s*/iu, ''));
}

function takeQuote(text: AskingText, said: string): void {
  const [, word, rest = ''] = /^(riktig|galt):\s*([\s\S]*)$/iu.exec(said) ?? [];
  if (word?.toLowerCase() === 'riktig') text.whenRight = joined(text.whenRight, rest);
  else if (word?.toLowerCase() === 'galt') text.whenWrong = joined(text.whenWrong, rest);
  else text.explanation = joined(text.explanation, said);
}

const quoted = (lines: readonly string[]) =>
  lines
    .map((line) => line.replace(/^> ?/u, ''))
    .join('\n')
    .trim();
const quote = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
const joined = (before: string, more: string) => [before, more].filter(Boolean).join('\n\n');
