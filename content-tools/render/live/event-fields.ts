import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import { html, type Html } from './html.js';

/** What a form says besides the learner's answer. `postedEvent` reads it back. `lesson` is what to show afterwards. */
export function eventFields(
  kind: LearnerEvent['kind'],
  id: string,
  lesson: string,
  more: Record<string, string> = {},
): Html {
  const fields = Object.entries({ kind, id, lesson, ...more });
  return html`${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;
}
