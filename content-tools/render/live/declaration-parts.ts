import type { Language } from '@kursdugnad/core/course/course.js';
import { html, type Html } from './html.js';
import { dateIn, liveWordsIn } from './live-words.js';

/** ✓ Bekreftet 3. februar 2026 */
export function confirmedLine(at: string, language: Language): Html {
  return html`<span aria-hidden="true">✓</span> ${liveWordsIn(language).confirmed(dateIn(language, at))}`;
}
