import type { QuestionOf, Situation, Step } from '../course/question.js';
import type { LearnerResponse } from './learner-event.js';

/** The way a learner has taken through a scenario so far: each situation with what was chosen there. */
export interface Walk {
  trail: { situation: Situation; step: Step }[];
  /** Where it led: an ending when it has no steps. */
  at: Situation;
}

/** The walk that these letters make, from the first situation; null where one of them is no step there. */
export function walkOf({ situations }: QuestionOf<'scenario'>, response: LearnerResponse): Walk | null {
  let at = situations[0];
  const trail: Walk['trail'] = [];
  for (const letter of response) {
    const step = at?.steps.find(({ id }) => id === letter);
    if (!at || !step) return null;
    trail.push({ situation: at, step });
    at = situations.find(({ id }) => id === step.to);
  }
  return at ? { trail, at } : null;
}

export function isEnding({ steps }: Situation): boolean {
  return steps.length === 0;
}

/** Walks to an ending that gives all the points; at most `most` of them. */
export function bestWalks(question: QuestionOf<'scenario'>, most: number): LearnerResponse[] {
  const places = new Map(question.situations.map((situation) => [situation.id, situation]));
  const hopeful = leadingToBest(question);
  const found: LearnerResponse[] = [];
  const follow = (situation: Situation | undefined, letters: string[]): void => {
    // Only where it can end well, so that each way followed is one found; a ring would have been refused long ago.
    if (!situation || !hopeful.has(situation.id) || found.length >= most || letters.length > places.size) return;
    if (isEnding(situation)) found.push(letters);
    for (const { id, to } of situation.steps) follow(places.get(to), [...letters, id]);
  };
  follow(question.situations[0], []);
  return found;
}

/** The situations from which one can still come to the best ending. */
function leadingToBest({ situations, points }: QuestionOf<'scenario'>): Set<string> {
  const hopeful = new Set(situations.filter((one) => isEnding(one) && one.points === points).map(({ id }) => id));
  for (let before = -1; before < hopeful.size;) {
    before = hopeful.size;
    for (const { id, steps } of situations) if (steps.some(({ to }) => hopeful.has(to))) hopeful.add(id);
  }
  return hopeful;
}
