import type { Course } from '../course/course.js';
import { declarationsOf, mainEdition, questionsOf } from '../course/course-parts.js';
import type { LearnerEvent } from './learner-event.js';
import { responseFault } from './marking.js';

/** Why an event cannot belong to this version of the course. */
export type EventFault =
  'unknown-lesson' | 'unknown-question' | 'unknown-declaration' | NonNullable<ReturnType<typeof responseFault>>;

export function eventFault(course: Course, event: LearnerEvent): EventFault | null {
  const edition = mainEdition(course);
  switch (event.kind) {
    case 'opened':
      return edition.lessons.some(({ id }) => id === event.lesson) ? null : 'unknown-lesson';
    case 'declared':
      return declarationsOf(edition).some(({ id }) => id === event.declaration) ? null : 'unknown-declaration';
    case 'answered': {
      const question = questionsOf(edition).find(({ id }) => id === event.question);
      return question ? responseFault(question, event.response) : 'unknown-question';
    }
    case 'restarted':
      return null;
  }
}

/** The event as it is kept: ids in lower case, and no blanks among the answers (a form sends one for what is not ticked). */
export function tidied(event: LearnerEvent): LearnerEvent {
  const id = event.id.toLowerCase();
  if (event.kind !== 'answered') return { ...event, id };
  return { ...event, id, response: event.response.filter((value) => value.trim() !== '') };
}
