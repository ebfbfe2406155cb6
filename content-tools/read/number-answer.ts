import { numberIn } from '@kursdugnad/core/runtime/number-in.js';

/** What stands after `Svar:` in a `Tall`: `37,5 ± 0,5 °C`. The unit may stand after either number. */
export interface NumberAnswer {
  answer: number;
  tolerance: number;
  unit?: string;
}

const number = String.raw`[-+−]?\d[\d\s]*(?:[.,]\d+)?`;
const form = new RegExp(`^(${number})\\s*([^\\d±]*?)\\s*(?:(?:±|\\+/-|\\+-)\\s*(${number})\\s*([^\\d±]*))?$`, 'u');

/** Null where it cannot be read. */
export function numberAnswer(text: string): NumberAnswer | null {
  const [whole, answer = '', before = '', tolerance = '0', after = ''] = form.exec(text.slice(0, 200)) ?? [];
  const middle = numberIn(answer);
  const off = numberIn(tolerance);
  if (whole === undefined || middle === null || off === null || Number(off) < 0) return null;
  if (before !== '' && after.trim() !== '' && before !== after.trim()) return null;
  const unit = before || after.trim();
  return unit.length > 30 ? null : { answer: Number(middle), tolerance: Number(off), ...(unit ? { unit } : {}) };
}
