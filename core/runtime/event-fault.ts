import type { Course } from '../course/course.js';
import { declarationsOf, mainEdition, practicalTasksOf, questionsOf } from '../course/course-parts.js';
import type { LearnerEvent } from './learner-event.js';
import { keptResponse, responseFault, type ResponseFault } from './response.js';

/** Why an event cannot belong to this version of the course. */
export type EventFault =
  'unknown-lesson' | 'unknown-question' | 'unknown-declaration' | 'unknown-task' | 'unknown-hint' | ResponseFault;

/** `course` as it was drawn for this learner. */
export function eventFault(course: Course, event: LearnerEvent): EventFault | null {
  const edition = mainEdition(course);
  switch (event.kind) {
    case 'opened':
      return edition.lessons.some(({ id }) => id === event.lesson) ? null : 'unknown-lesson';
    case 'declared':
      return declarationsOf(edition).some(({ id }) => id === event.declaration) ? null : 'unknown-declaration';
    case 'requested':
      return practicalTasksOf(edition).some(({ id }) => id === event.task) ? null : 'unknown-task';
    case 'answered': {
      const question = questionIn(course, event.question);
      return question ? responseFault(question, event.response) : 'unknown-question';
    }
    case 'hinted': {
      const question = questionIn(course, event.question);
      if (!question) return 'unknown-question';
      return event.hint <= (question.hints?.length ?? 0) ? null : 'unknown-hint';
    }
    case 'restarted':
      return null;
  }
}

/** The event as it is kept: ids in lower case, and the response in the one form that is stored. */
export function tidied(course: Course, event: LearnerEvent): LearnerEvent {
  const id = event.id.toLowerCase();
  if (event.kind !== 'answered') return { ...event, id };
  const question = questionIn(course, event.question);
  return { ...event, id, response: question ? keptResponse(question, event.response) : event.response };
}

function questionIn(course: Course, id: string) {
  return questionsOf(mainEdition(course)).find((question) => question.id === id);
}
