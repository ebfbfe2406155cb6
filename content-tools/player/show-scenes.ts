import type { QuestionView } from '../render/live/question-view.js';

/** Shows the situations one has come through, in that order, and what one may do in the last. */
export function showScenes(form: HTMLElement, { situations }: QuestionView): void {
  const walk = form.querySelector<HTMLElement>('.walk');
  const at = situations.find(({ taken }) => taken === null)?.id;
  for (const scene of form.querySelectorAll<HTMLElement>('.scene')) {
    const now = situations.find(({ id }) => id === scene.dataset.scene);
    scene.hidden = !now;
    scene.toggleAttribute('data-at', scene.dataset.scene === at);
    showWays(scene, now?.taken ?? null, now?.isNow ?? false);
  }
  const shown = situations.flatMap(({ id }) => form.querySelector(`[data-scene="${id}"]`) ?? []);
  walk?.prepend(...shown);
}

/** Where something was chosen, only that is left, with what came of it; it is sent along with the next choice. */
function showWays(scene: HTMLElement, taken: string | null, isNow: boolean): void {
  const sent = scene.querySelector<HTMLInputElement>('input[type="hidden"]');
  if (sent) {
    sent.value = taken ?? '';
    sent.disabled = taken === null;
  }
  scene.querySelector('fieldset')?.toggleAttribute('disabled', !isNow);
  for (const way of scene.querySelectorAll<HTMLElement>('.choice')) {
    const isTaken = way.dataset.choice === taken;
    const radio = way.querySelector<HTMLInputElement>('input')!;
    radio.checked = false;
    radio.hidden = taken !== null;
    way.hidden = taken !== null && !isTaken;
    for (const told of way.querySelectorAll<HTMLElement>('.mark, .feedback')) told.hidden = !isTaken;
  }
}
