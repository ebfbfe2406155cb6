import type { Question } from '../course/question.js';
import type { LearnerResponse } from './learner-event.js';
import { bestWalks } from './walking.js';

/** A response that gives all the points. */
export function rightResponse(question: Question): LearnerResponse {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.choices.flatMap(({ id, correct }) => (correct ? id : []));
    case 'true-false':
      return [String(question.answer)];
    case 'fill-in':
      return question.accepted.slice(0, 1);
    case 'numeric':
      return [String(question.answer)];
    case 'sequencing':
      return question.order;
    case 'matching':
      return question.items.map(({ id, target }) => `${id}.${target}`);
    case 'scenario':
      return bestWalks(question, 1)[0] ?? [];
  }
}

/** A response that may be given and does not give all the points. */
export function wrongResponse(question: Question): LearnerResponse {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.choices.flatMap(({ id, correct }) => (correct ? [] : id)).slice(0, 1);
    case 'true-false':
      return [String(!question.answer)];
    case 'fill-in':
      return ['vet ikke'];
    case 'numeric':
      return [String(question.answer + question.tolerance + 1)];
    case 'sequencing':
      return [...question.order].reverse();
    case 'matching':
      return question.items.map(
        ({ id, target }) => `${id}.${question.targets.find((one) => one.id !== target)?.id ?? target}`,
      );
    case 'scenario':
      return worstWalk(question);
  }
}

/** Any walk that ends with less than all; the best one where there is no other. */
function worstWalk(question: Extract<Question, { kind: 'scenario' }>): LearnerResponse {
  const endings = [
    ...new Set(question.situations.filter(({ steps }) => steps.length === 0).map(({ points }) => points)),
  ];
  const walks = endings.sort((a, b) => a - b).flatMap((points) => bestWalks({ ...question, points }, 1));
  return walks[0] ?? [];
}
