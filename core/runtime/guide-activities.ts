import type { Course, Declaration, Edition, Lesson, Question } from '../course/course.js';
import { declarationsOf, questionsOf } from '../course/course-parts.js';
import type { Activity, ActivityDefinition, InteractionComponent, LanguageMap } from '../xapi/statement.js';

const types = {
  course: 'http://adlnet.gov/expapi/activities/course',
  lesson: 'http://adlnet.gov/expapi/activities/lesson',
  question: 'http://adlnet.gov/expapi/activities/cmi.interaction',
  declaration: 'http://activitystrea.ms/schema/1.0/article',
};

/** Put among the categories of every statement about our own guides. */
export const guideCategory: Activity = {
  id: 'urn:kursdugnad:xapi:guide',
  definition: { type: 'http://adlnet.gov/expapi/activities/profile' },
};

export function courseActivity(course: Course, iri: string): Activity {
  return { id: iri, definition: { type: types.course, name: inEach(course, (edition) => edition.title) } };
}

export function lessonActivity(course: Course, iri: string, lesson: string): Activity {
  const name = inEach(course, (edition) => edition.lessons.find(({ id }) => id === lesson)?.title);
  return { id: `${iri}/lessons/${lesson}`, definition: { type: types.lesson, name } };
}

export function declarationActivity(course: Course, iri: string, declaration: string): Activity {
  const find = (edition: Edition): Declaration | undefined =>
    declarationsOf(edition).find(({ id }) => id === declaration);
  const name = inEach(course, (edition) => find(edition)?.title);
  return { id: `${iri}/declarations/${declaration}`, definition: { type: types.declaration, name } };
}

/** The question as other systems understand questions: `choice` or `fill-in`, with its alternatives and the right answer. */
export function questionActivity(course: Course, iri: string, question: Question): Activity {
  const find = (edition: Edition) => questionsOf(edition).find(({ id }) => id === question.id);
  const definition: ActivityDefinition = {
    type: types.question,
    description: inEach(course, (edition) => find(edition)?.prompt),
    ...(question.kind === 'fill-in'
      ? { interactionType: 'fill-in' as const, correctResponsesPattern: question.accepted }
      : {
          interactionType: 'choice' as const,
          correctResponsesPattern: [rightChoices(question).join('[,]')],
          choices: question.choices.map(({ id }) => choiceComponent(course, find, id)),
        }),
  };
  return { id: `${iri}/questions/${question.id}`, definition };
}

/** Where a part stands: the lesson around it, or the course itself. */
export function parentOf(
  course: Course,
  iri: string,
  part: { kind: 'question' | 'declaration'; id: string },
): Activity {
  const holds = (lesson: Lesson) =>
    lesson.blocks.some(
      (block) =>
        (block.kind === 'question' && part.kind === 'question' && block.question.id === part.id) ||
        (block.kind === 'declaration' && part.kind === 'declaration' && block.declaration.id === part.id),
    );
  const lesson = course.editions[0]?.lessons.find(holds);
  return { id: lesson ? `${iri}/lessons/${lesson.id}` : iri };
}

function rightChoices(question: Exclude<Question, { kind: 'fill-in' }>): string[] {
  return question.choices.filter(({ correct }) => correct).map(({ id }) => id);
}

function choiceComponent(
  course: Course,
  find: (edition: Edition) => Question | undefined,
  id: string,
): InteractionComponent {
  const textIn = (edition: Edition) => {
    const question = find(edition);
    return question && question.kind !== 'fill-in' ? question.choices.find((one) => one.id === id)?.text : undefined;
  };
  return { id, description: inEach(course, textIn) };
}

/** The same words in every language the course has them. */
function inEach(course: Course, words: (edition: Edition) => string | undefined): LanguageMap {
  const found = course.editions.map((edition) => [edition.language, words(edition)] as const);
  return Object.fromEntries(
    found.filter((pair): pair is readonly [Edition['language'], string] => pair[1] !== undefined),
  );
}
