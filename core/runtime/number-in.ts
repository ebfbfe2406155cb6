/**
 * A number as people write it – `37,5`, `1 000`, `−4`, `37,5 °C` – with a point and nothing else: `37.5`. Null for what is
 * no number, or has more digits than anyone measures.
 */
export function numberIn(text: string, unit = ''): string | null {
  const written = text.trim();
  const isWithUnit = unit !== '' && written.toLowerCase().endsWith(unit.toLowerCase());
  const bare = isWithUnit ? written.slice(0, -unit.length) : written;
  const plain = bare.replace(/\s/gu, '').replace('−', '-').replace(',', '.');
  return /^[+-]?(\d{1,12}(\.\d{0,12})?|\.\d{1,12})$/u.test(plain) ? plain.replace(/^\+/u, '') : null;
}
