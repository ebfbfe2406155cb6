import type { LiveWords } from '../render/live/live-words.js';

/** Rows are moved by buttons instead of by naming their places. What happens is said, and the button keeps the focus. */
export function moveRows(words: LiveWords, signal: AbortSignal): void {
  for (const list of document.querySelectorAll<HTMLElement>('.order')) {
    for (const places of list.querySelectorAll('select')) places.hidden = true;
    for (const moves of list.querySelectorAll<HTMLElement>('.moves')) moves.hidden = false;
    putInOrder(list);
  }
  const move = ({ target }: Event) => {
    const button = (target as Element).closest<HTMLButtonElement>('[data-move]');
    const row = button?.closest<HTMLElement>('.row');
    const list = row?.parentElement;
    if (!button || !row || !list || button.getAttribute('aria-disabled') === 'true') return;
    if (button.dataset.move === '1') row.nextElementSibling?.after(row);
    else row.previousElementSibling?.before(row);
    putInOrder(list);
    button.focus();
    const said = list.parentElement?.querySelector('[data-moved]');
    const place = [...list.children].indexOf(row) + 1;
    if (said) said.textContent = words.moved(row.dataset.name ?? '', place, list.children.length);
  };
  document.addEventListener('click', move, { signal });
}

/** Each row's place is where it stands; the first cannot go up, nor the last down. */
export function putInOrder(list: HTMLElement): void {
  const rows = [...list.children] as HTMLElement[];
  for (const [index, row] of rows.entries()) {
    const places = row.querySelector('select');
    if (places) places.value = `${index + 1}.${row.dataset.item}`;
    for (const button of row.querySelectorAll<HTMLElement>('[data-move]')) {
      const isEnd = button.dataset.move === '1' ? index === rows.length - 1 : index === 0;
      button.setAttribute('aria-disabled', String(isEnd));
    }
  }
}
