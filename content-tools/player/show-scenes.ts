import type { QuestionView, SituationView } from '../render/live/question-view.js';

/** Shows the situations one has come through, in that order, what came of it, and what one may do now. */
export function showScenes(form: HTMLElement, { situations }: QuestionView): void {
  const at = situations.find(({ taken }) => taken === null)?.id;
  for (const scene of form.querySelectorAll<HTMLElement>('.scene')) {
    const now = situations.find(({ id }) => id === scene.dataset.scene);
    scene.hidden = !now;
    scene.toggleAttribute('data-at', scene.dataset.scene === at);
    showWays(scene, now?.taken ?? null, now?.isNow ?? false);
  }
  const scenes = (those: SituationView[]) =>
    those.flatMap(({ id }) => form.querySelector(`[data-scene="${id}"]`) ?? []);
  const walk = form.querySelector<HTMLElement>('.walk')!;
  walk.append(...walk.querySelectorAll('.scene[hidden]'));
  walk.querySelector('.verdict')!.before(...scenes(situations.filter(({ isAgain }) => !isAgain)));
  const again = walk.querySelector<HTMLDetailsElement>('.again')!;
  const beginning = scenes(situations.filter(({ isAgain }) => isAgain));
  again.open = false;
  again.hidden = beginning.length === 0;
  again.append(...beginning);
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
