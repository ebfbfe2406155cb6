import type { LiveWords } from '../render/live/live-words.js';
import { deviceStorage } from './outbox.js';

/**
 * What one writes for oneself is kept on the device under the registration, and never becomes an event. In a preview, and
 * where the browser keeps nothing, the page says so.
 */
export function keepReflections(registration: string | null, words: LiveWords, signal: AbortSignal): void {
  const storage = registration === null ? null : deviceStorage();
  for (const part of document.querySelectorAll<HTMLElement>('[data-reflection]')) {
    const [field, text, clear] = [
      part.querySelector<HTMLElement>('.reflection-field'),
      part.querySelector('textarea'),
      part.querySelector('button'),
    ];
    if (!field || !text || !clear) continue;
    const key = `kursdugnad-reflection:${registration}:${part.dataset.reflection}`;
    field.hidden = false;
    text.value = storage?.getItem(key) ?? text.value;
    const note = field.querySelector('.hint');
    const write = () => {
      if (!isKept(storage, key, text.value) && note) note.textContent = words.reflectionLost;
    };
    if (!storage) write();
    text.addEventListener('input', write, { signal });
    const empty = () => {
      text.value = '';
      storage?.removeItem(key);
      text.focus();
    };
    clear.addEventListener('click', empty, { signal });
  }
}

function isKept(storage: Storage | null, key: string, text: string): boolean {
  try {
    if (text === '') storage?.removeItem(key);
    else storage?.setItem(key, text);
    return storage !== null;
  } catch {
    return false;
  }
}
