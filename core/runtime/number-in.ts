import type { QuestionOf } from '../course/question.js';

/**
 * A number as people write it – `37,5`, `1 000`, `−4`, `37,5 °C` – with a point and nothing else: `37.5`. Null for what is
 * no number, or has more digits than anyone measures. One of the `units` may stand behind it.
 */
export function numberIn(text: string, units: readonly string[] = []): string | null {
  const written = text.trim();
  // The longest first: of «timer» and «r» it is the whole word that stands there.
  const unit = [...units].sort((a, b) => b.length - a.length).find((one) => one !== '' && endsWith(written, one)) ?? '';
  const bare = written.slice(0, written.length - unit.length);
  const plain = bare.replace(/\s/gu, '').replace('−', '-').replace(',', '.');
  return /^[+-]?(\d{1,12}(\.\d{0,12})?|\.\d{1,12})$/u.test(plain) ? plain.replace(/^\+/u, '') : null;
}

function endsWith(text: string, unit: string): boolean {
  return text.toLowerCase().endsWith(unit.toLowerCase());
}

/** What may stand behind the number in an answer: the unit in every language of the guide. */
export function unitsOf({ unit, otherUnits = [] }: QuestionOf<'numeric'>): string[] {
  return unit === undefined ? otherUnits : [unit, ...otherUnits];
}
