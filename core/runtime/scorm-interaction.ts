import type { Question } from '../course/question.js';
import { correctResponses, interactionType, responseText } from './interaction.js';
import type { LearnerEventOf, LearnerResponse } from './learner-event.js';
import type { LearnerRecord } from './learner-record.js';
import { isFinished, isRight } from './marking.js';

/** One answer as SCORM knows it: values for the elements of `cmi.interactions.n`. */
export interface ScormInteraction {
  type: string;
  response: string;
  /** For `correct_responses.n.pattern`. */
  patterns: string[];
  result: string;
  weighting: string;
}

/** `royk-1-2`: the second try of the first attempt. Each answer has an id of its own, also in a later session. */
export function interactionId(question: Question, record: LearnerRecord, { at }: LearnerEventOf<'answered'>): string {
  const restarts = record.restarts.filter((restart) => restart.at <= at);
  const since = restarts.at(-1)?.at ?? '';
  const tries = record.answers.filter(
    (answer) =>
      answer.question === question.id && answer.at >= since && answer.at <= at && isFinished(question, answer.response),
  );
  return `${question.id}-${restarts.length + 1}-${tries.length}`;
}

/** SCORM 1.2 (RTE 3.4.5.1): one character for each choice, and no text above 255. */
export function scorm12Interaction(question: Question, response: LearnerResponse): ScormInteraction {
  const short = (text: string) => plain12(question, text).slice(0, 255);
  return {
    type: interactionType(question),
    response: short(responseText(question, response)),
    patterns: correctResponses(question).slice(0, 1).map(short),
    result: isRight(question, response) ? 'correct' : 'wrong',
    weighting: String(question.points),
  };
}

function plain12({ kind }: Question, text: string): string {
  switch (kind) {
    case 'true-false':
      return text.slice(0, 1);
    case 'numeric':
      // A number alone: 1.2 has no interval, so the pattern is its middle.
      return String(middle(text));
    case 'matching':
      return text.replaceAll('[,]', ',').replaceAll(/\[\.\](\d+)/gu, (_, id: string) => `.${Number(id).toString(36)}`);
    case 'single':
    case 'multiple':
    case 'sequencing':
      return text.replaceAll('[,]', ',');
    case 'scenario':
      return text.replaceAll('[,]', ',').replaceAll('[.]', '.');
    case 'fill-in':
      return text;
  }
}

/** SCORM 2004 4th edition (RTE 4.2.9): reserved delimiters, intervals, and no text above 250. */
export function scorm2004Interaction(question: Question, response: LearnerResponse): ScormInteraction {
  return {
    type: interactionType(question),
    response: plain2004(question, responseText(question, response)),
    patterns: [...new Set(correctResponses(question).map((text) => pattern2004(question, text)))].slice(0, 5),
    result: isRight(question, response) ? 'correct' : 'incorrect',
    weighting: String(question.points),
  };
}

function plain2004({ kind }: Question, text: string): string {
  if (kind === 'numeric') return String(middle(text));
  return kind === 'fill-in' ? text.replaceAll(/\[[,.:]\]/gu, ' ').slice(0, 250) : text;
}

function pattern2004(question: Question, text: string): string {
  if (question.kind !== 'numeric') return plain2004(question, text);
  const [low = '', high = low] = text.split('[:]');
  return `${seven(low)}[:]${seven(high)}`;
}

function middle(text: string): number {
  const [low = '', high = low] = text.split('[:]');
  return seven(String((Number(low) + Number(high)) / 2));
}

/** real(10,7): seven significant digits. */
function seven(text: string): number {
  return Number(Number(text).toPrecision(7));
}
