import type { MyGuide } from '@kursdugnad/core/contract/learn.js';
import { dayInWords, daysBetween } from '../ui/dates.js';
import type { Sign } from '../ui/status-sign.js';
import type { Words } from '../words/words.js';

export interface GuideStatus {
  sign: Sign;
  text: string;
}

type Standing = Pick<MyGuide, 'state' | 'due' | 'validUntil' | 'registration'>;

/** A deadline this near, in days, is urgent. */
const near = 7;

/** Where one stands with a guide, as a sign and words. `today` is the day in Norway. */
export function guideStatus(guide: Standing, today: string, words: Words): GuideStatus {
  const { learn } = words;
  const when = (day: string) => dayInWords(words, day, today);
  switch (guide.state) {
    case 'expired':
      return { sign: 'urgent', text: guide.validUntil ? learn.expired(when(guide.validUntil)) : learn.missing };
    case 'missing':
      return { sign: 'urgent', text: guide.due ? learn.overdue(when(guide.due)) : learn.missing };
    case 'expiring':
      return { sign: 'soon', text: guide.validUntil ? learn.expires(when(guide.validUntil)) : learn.done };
    case 'not-yet-due': {
      if (!guide.due) return begun(guide, words);
      const urgent = daysBetween(today, guide.due) <= near;
      return { sign: urgent ? 'urgent' : 'open', text: learn.due(when(guide.due)) };
    }
    case 'fulfilled':
      return { sign: 'done', text: learn.done };
    case 'exempt':
      return { sign: 'done', text: learn.exempt };
    case null:
      return guide.registration?.completed ? { sign: 'done', text: learn.done } : begun(guide, words);
  }
}

function begun({ registration }: Standing, { learn }: Words): GuideStatus {
  return registration && registration.progress > 0
    ? { sign: 'soon', text: learn.started }
    : { sign: 'open', text: learn.notStarted };
}

/** "fordi du er helsefagarbeider" */
export function becauseOf(guide: Pick<MyGuide, 'because'>, municipality: string, words: Words): string | null {
  if (!guide.because) return null;
  const { because } = words.learn;
  return guide.because.role === null ? because.everybody(municipality) : because.role(inSentence(guide.because.role));
}

/** A role's name inside a sentence: "Sykepleier" becomes "sykepleier", "NAV-veileder" stays. */
function inSentence(name: string): string {
  const [first = '', second = ''] = name;
  return second === second.toLocaleUpperCase('nb') ? name : first.toLocaleLowerCase('nb') + name.slice(1);
}
