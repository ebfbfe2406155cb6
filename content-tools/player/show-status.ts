import type { LiveWords } from '../render/live/live-words.js';
import { html } from '../render/live/html.js';
import type { SaveStatus } from './delivery.js';

/** Says whether the answers have arrived. Safe on the device is only said when it is true. */
export function showStatus(
  status: SaveStatus,
  quietly: boolean,
  isKept: boolean,
  words: LiveWords,
  home: string | null,
): void {
  const place = document.getElementById('guide_status');
  if (!place) return;
  const text: Record<SaveStatus, string> = {
    saving: words.saving,
    saved: words.saved,
    waiting: isKept ? words.notSent : words.notSentNorKept,
    'signed-out': isKept ? words.signedOut : words.signedOutNotKept,
    refused: words.refused,
  };
  // Turning a page is saved too, but not worth interrupting the one who listens to it.
  place.setAttribute('aria-live', quietly ? 'off' : 'polite');
  place.dataset.status = status;
  place.toggleAttribute('data-quiet', quietly);
  const login = status === 'signed-out' && home !== null && html` <a href="${home}">${words.logIn}</a>`;
  const now = html`${text[status]}${login}`.text;
  if (place.innerHTML !== now) place.innerHTML = now;
}
