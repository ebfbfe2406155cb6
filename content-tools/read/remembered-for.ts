import type { GuideDraft } from './guide-draft.js';

/** A rule about a guide, and about its main guide where it is a translation, worked out once: a draft never changes, and many ask. */
export function rememberedFor<Answer>(
  make: (guide: GuideDraft, main: GuideDraft | null) => Answer,
): (guide: GuideDraft, main: GuideDraft | null) => Answer {
  const remembered = new WeakMap<GuideDraft, { model: GuideDraft | null; answer: Answer }>();
  return (guide, main) => {
    const model = main === guide ? null : main;
    const known = remembered.get(guide);
    if (known && known.model === model) return known.answer;
    const answer = make(guide, model);
    remembered.set(guide, { model, answer });
    return answer;
  };
}
