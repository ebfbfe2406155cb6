import type { Course, Edition, Question } from '../course/course.js';
import { mainEdition, questionsOf } from '../course/course-parts.js';
import type { LearnerResponse } from '../runtime/learner-event.js';
import type { LearnerRecord } from '../runtime/learner-record.js';
import { isFinished, isRight } from '../runtime/marking.js';

/** One learner's run, with the version it is bound to: the letters of choices are those of that version. */
export interface Run {
  course: Course;
  record: Pick<LearnerRecord, 'answers'>;
}

/** How a question is answered: by how many, and the fraction of them that was right at the first try. */
export interface QuestionUse {
  id: string;
  prompt: string;
  answers: number;
  rightFirst: number;
}

/** Fewer than these would tell about somebody. */
export const fewest = 5;

/** The questions of an edition that enough have answered, in its order. */
export function questionUse(edition: Edition, runs: readonly Run[]): QuestionUse[] {
  const marked = markedFirsts(runs);
  return questionsOf(edition).flatMap(({ id, prompt }) => {
    const firsts = marked.get(id) ?? [];
    if (firsts.length < fewest) return [];
    return [{ id, prompt, answers: firsts.length, rightFirst: firsts.filter(Boolean).length / firsts.length }];
  });
}

/** For each question: whether the first whole answer of each run was right. */
function markedFirsts(runs: readonly Run[]): Map<string, boolean[]> {
  const marked = new Map<string, boolean[]>();
  const questions = new Map<Course, Map<string, Question>>();
  for (const { course, record } of runs) {
    const known = questions.get(course) ?? new Map(questionsOf(mainEdition(course)).map((one) => [one.id, one]));
    questions.set(course, known);
    // The record is in order of time; turned round, the first answer to a question is the one that stays.
    const firsts = new Map<Question, LearnerResponse>();
    for (const { question: id, response } of [...record.answers].reverse()) {
      const question = known.get(id);
      if (question && isFinished(question, response)) firsts.set(question, response);
    }
    for (const [question, response] of firsts)
      marked.set(question.id, (marked.get(question.id) ?? []).concat(isRight(question, response)));
  }
  return marked;
}
