/** JSON of a value, but no more than so many characters of it, without writing the rest. */
export function firstPart(value: unknown, most: number): { text: string; isCut: boolean } {
  let text = '';
  for (const piece of pieces(value, '\n')) {
    text += piece;
    if (text.length > most) return { text: text.slice(0, most), isCut: true };
  }
  return { text, isCut: false };
}

/** Indented as `JSON.stringify(value, null, 2)` writes it. `line` is the break before what follows, with its indent. */
function* pieces(value: unknown, line: string): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    yield JSON.stringify(value);
    return;
  }
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  let isEmpty = true;
  for (const [name, inner] of Array.isArray(value) ? unnamed(value) : named(value)) {
    yield `${isEmpty ? open : ','}${line}  ${name}`;
    yield* pieces(inner, `${line}  `);
    isEmpty = false;
  }
  yield isEmpty ? open + close : line + close;
}

function* unnamed(list: unknown[]): Generator<[string, unknown]> {
  for (const inner of list) yield ['', inner];
}

function* named(thing: object): Generator<[string, unknown]> {
  for (const key in thing) yield [`${JSON.stringify(key)}: `, (thing as Record<string, unknown>)[key]];
}
