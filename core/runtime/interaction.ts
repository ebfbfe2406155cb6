import type { Question } from '../course/question.js';
import type { ActivityDefinition } from '../xapi/statement.js';
import type { LearnerResponse } from './learner-event.js';
import { bestWalks, walkOf } from './walking.js';

// Questions and responses as xAPI and SCORM 2004 write them (xAPI 1.0.3 Data, appendix C).

type InteractionType = NonNullable<ActivityDefinition['interactionType']>;

const typeOf = {
  single: 'choice',
  multiple: 'choice',
  'true-false': 'true-false',
  'fill-in': 'fill-in',
  numeric: 'numeric',
  sequencing: 'sequencing',
  matching: 'matching',
  scenario: 'performance',
} as const satisfies Record<Question['kind'], InteractionType>;

export function interactionType({ kind }: Question): InteractionType {
  return typeOf[kind];
}

/** Ten ways to be right say enough. */
const mostWalks = 10;

export function correctResponses(question: Question): string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return [
        question.choices
          .flatMap(({ id, correct }) => (correct ? id : []))
          .sort()
          .join('[,]'),
      ];
    case 'true-false':
      return [String(question.answer)];
    case 'fill-in':
      return question.accepted;
    case 'numeric': {
      const { answer, tolerance } = question;
      return [tolerance === 0 ? rounded(answer) : `${rounded(answer - tolerance)}[:]${rounded(answer + tolerance)}`];
    }
    case 'sequencing':
      return [question.order.join('[,]')];
    case 'matching':
      return [
        [...question.items]
          .sort(byId)
          .map(({ id, target }) => `${id}[.]${target}`)
          .join('[,]'),
      ];
    case 'scenario':
      return bestWalks(question, mostWalks).map((walk) => responseText(question, walk));
  }
}

/** A learner's response in the form of its interaction type. */
export function responseText(question: Question, response: LearnerResponse): string {
  if (question.kind === 'scenario') {
    const trail = walkOf(question, response)?.trail ?? [];
    return trail.map(({ situation, step }) => `${situation.id}[.]${step.id}`).join('[,]');
  }
  return response.map((part) => (question.kind === 'matching' ? part.replace('.', '[.]') : part)).join('[,]');
}

/** The inverse of `responseText`. */
export function responseIn(type: InteractionType | undefined, text: string): LearnerResponse {
  if (type === 'fill-in' || type === 'numeric') return [text];
  const parts = text.split('[,]');
  if (type === 'matching') return parts.map((part) => part.replace('[.]', '.'));
  return type === 'performance' ? parts.map((part) => part.slice(part.indexOf('[.]') + 3)) : parts;
}

export function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}

/** 0.1 + 0.2 is 0.3 to people. */
function rounded(value: number): string {
  return String(Number(value.toFixed(9)));
}
