import type { Block, Course, Edition } from '../course/course.js';
import { declarationsOf, practicalTasksOf, questionsOf } from '../course/course-parts.js';
import type { Question } from '../course/question.js';
import type { Activity, ActivityDefinition, InteractionComponent, LanguageMap } from '../xapi/statement.js';
import { byId, correctResponses, interactionType } from './interaction.js';

export const types = {
  course: 'http://adlnet.gov/expapi/activities/course',
  lesson: 'http://adlnet.gov/expapi/activities/lesson',
  question: 'http://adlnet.gov/expapi/activities/cmi.interaction',
  declaration: 'http://activitystrea.ms/schema/1.0/article',
  hint: 'http://activitystrea.ms/schema/1.0/note',
  task: 'http://activitystrea.ms/schema/1.0/task',
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
  const name = inEach(course, (edition) => declarationsOf(edition).find(({ id }) => id === declaration)?.title);
  return { id: `${iri}/declarations/${declaration}`, definition: { type: types.declaration, name } };
}

export function taskActivity(course: Course, iri: string, task: string): Activity {
  const name = inEach(course, (edition) => practicalTasksOf(edition).find(({ id }) => id === task)?.title);
  return { id: `${iri}/tasks/${task}`, definition: { type: types.task, name } };
}

/** A hint is named by its question and number; its words are no statement's business. */
export function hintActivity(iri: string, question: string, hint: number): Activity {
  return { id: `${iri}/hints/${question}/${hint}`, definition: { type: types.hint } };
}

/** The question as other systems understand questions, with its alternatives and the right answer. */
export function questionActivity(course: Course, iri: string, question: Question): Activity {
  const inEdition = (edition: Edition) => questionsOf(edition).find(({ id }) => id === question.id);
  const definition: ActivityDefinition = {
    type: types.question,
    description: inEach(course, (edition) => inEdition(edition)?.prompt),
    interactionType: interactionType(question),
    correctResponsesPattern: correctResponses(question),
    ...componentsOf(question, (own) => componentsIn(course, inEdition, own)),
  };
  return { id: `${iri}/questions/${question.id}`, definition };
}

type Worded = { id: string; text: string };
type ComponentList = 'choices' | 'source' | 'target' | 'steps';

/** What a question is about, by the names xAPI has for it, told with the words that `make` finds in every language. */
function componentsOf(
  question: Question,
  make: (partsOf: (question: Question) => Worded[]) => InteractionComponent[],
): Partial<Record<ComponentList, InteractionComponent[]>> {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { choices: make((own) => ('choices' in own ? own.choices : [])) };
    case 'sequencing':
      return { choices: make((own) => ('items' in own ? own.items : [])) };
    case 'matching':
      return {
        source: make((own) => ('items' in own ? own.items : [])),
        target: make((own) => ('targets' in own ? own.targets : [])),
      };
    case 'scenario':
      return { steps: make(stepsOf) };
    default:
      return {};
  }
}

function stepsOf(question: Question): Worded[] {
  if (question.kind !== 'scenario') return [];
  const places = question.situations.filter(({ steps }) => steps.length > 0);
  return places.map(({ id, title }) => ({ id, text: title || question.prompt }));
}

/** By id: the order a learner saw them in is not the question's own. */
function componentsIn(
  course: Course,
  inEdition: (edition: Edition) => Question | undefined,
  partsOf: (question: Question) => Worded[],
): InteractionComponent[] {
  const partsIn = (edition: Edition | undefined) => {
    const question = edition && inEdition(edition);
    return question ? partsOf(question) : [];
  };
  return [...partsIn(course.editions[0])].sort(byId).map(({ id }) => ({
    id,
    description: inEach(course, (edition) => partsIn(edition).find((part) => part.id === id)?.text),
  }));
}

/** Where a part stands: the lesson around it, or the course itself. */
export function parentOf(
  course: Course,
  iri: string,
  part: { kind: 'question' | 'declaration' | 'practical'; id: string },
): Activity {
  // The block of a question, declaration or task has the id of what it holds.
  const isIt = (block: Block) => block.kind === part.kind && block.id === part.id;
  const lesson = course.editions[0]?.lessons.find(({ blocks }) => blocks.some(isIt));
  return { id: lesson ? `${iri}/lessons/${lesson.id}` : iri };
}

/** The same words in every language the course has them. */
function inEach(course: Course, words: (edition: Edition) => string | undefined): LanguageMap {
  const found = course.editions.map((edition) => [edition.language, words(edition)] as const);
  return Object.fromEntries(
    found.filter((pair): pair is readonly [Edition['language'], string] => pair[1] !== undefined),
  );
}
