import { mainEdition, questionsOf } from '../course/course-parts.js';
import type { Course } from '../course/course.js';
import type { Question } from '../course/question.js';
import type { LearnerRecord } from './learner-record.js';
import { isFinished, isRight } from './marking.js';
import { packedResponse, unpackedResponse } from './packed-response.js';
import { shortKey } from './short-key.js';

/**
 * What was done with each question in this attempt, in order: `key:token,token;key:token`. A token is an answer, empty for
 * an earlier wrong one whose words no longer matter; `!2` is a hint that was opened.
 */
export function packedHistories(course: Course, record: LearnerRecord): string {
  return questionsOf(mainEdition(course))
    .map((question) => ({ key: shortKey(question.id), tokens: tokensOf(question, record) }))
    .filter(({ tokens }) => tokens.length > 0)
    .map(({ key, tokens }) => `${key}:${tokens.join(',')}`)
    .join(';');
}

function tokensOf(question: Question, record: LearnerRecord): string[] {
  const since = record.restarts.at(-1)?.at ?? '';
  const ofThis = ({ question: id, at }: { question: string; at: string }) => id === question.id && at >= since;
  // A hint at the same moment as an answer came before it.
  const happened = [
    ...(record.hints ?? []).filter(ofThis).map(({ at, hint }) => ({ at, hint })),
    ...counting(question, record.answers.filter(ofThis)).map(({ at, response }) => ({ at, response })),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 'hint' in a ? ('hint' in b ? 0 : -1) : 'hint' in b ? 1 : 0));
  const last = happened.findLast((one) => 'response' in one);
  const opened = new Set<number>();
  return happened.flatMap((one) => {
    if ('hint' in one) {
      if (opened.has(one.hint)) return [];
      opened.add(one.hint);
      return [`!${one.hint}`];
    }
    // Each ending of a scenario has points of its own, so those are all kept.
    return [one === last || question.kind === 'scenario' ? packedResponse(question, one.response) : ''];
  });
}

type Answer = LearnerRecord['answers'][number];

/** Those that `standing` counts: until one is right or the tries are used, and of walks under way only the last. */
function counting(question: Question, answers: Answer[]): Answer[] {
  const kept: Answer[] = [];
  let tries = 0;
  for (const answer of answers) {
    if (tries >= question.tries) break;
    const before = kept.at(-1);
    if (before && !isFinished(question, before.response)) kept.pop();
    kept.push(answer);
    if (!isFinished(question, answer.response)) continue;
    tries = isRight(question, answer.response) ? question.tries : tries + 1;
  }
  return kept;
}

type History = Pick<LearnerRecord, 'answers' | 'restarts' | 'hints'>;

/**
 * The inverse, as events with ids and times of their own: in the same order, the last of them at `latest`, all of them
 * after the restarts.
 */
export function recordedHistories(
  course: Course,
  text: string,
  known: ReadonlyMap<string, string>,
  { latest, restarts }: { latest: number; restarts: number },
): History {
  const questions = new Map(questionsOf(mainEdition(course)).map((question) => [question.id, question]));
  const tokens = text.split(';').flatMap((history) => {
    const [key = '', list] = history.split(':');
    const question = questions.get(known.get(key) ?? '');
    return question && list !== undefined ? list.split(',').map((token) => ({ question, token })) : [];
  });
  const occurrence = (before: number) => ({ id: placeholderId(before), at: new Date(latest - before).toISOString() });
  const history: Required<History> = { answers: [], hints: [], restarts: [] };
  for (const [index, { question, token }] of tokens.entries()) {
    const place = { ...occurrence(tokens.length - 1 - index), question: question.id };
    if (token.startsWith('!')) history.hints.push({ ...place, hint: Number(token.slice(1)) });
    else history.answers.push({ ...place, response: token === '' ? [] : unpackedResponse(question, token) });
  }
  history.restarts = Array.from({ length: restarts }, (_, index) => occurrence(tokens.length + restarts - 1 - index));
  const { hints, ...rest } = history;
  return hints.length > 0 ? history : rest;
}

/** A UUID that sorts as its moment does: the later, the higher. It never meets a real one, which is random. */
function placeholderId(before: number): string {
  return `00000000-0000-4000-8000-${(0xffffffff - before).toString(16).padStart(12, '0')}`;
}
