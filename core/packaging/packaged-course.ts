import type { Block, Course, PracticalTask } from '../course/course.js';
import type { Language } from '../course/language.js';

/**
 * The course as other systems can run it. A leader's sign-off is beyond them, so a practical task becomes something to
 * read: as a task it would keep everybody from being done.
 */
export function packagedCourse(course: Course): Course {
  return {
    ...course,
    editions: course.editions.map((edition) => {
      const packaged = (blocks: Block[]) =>
        blocks.map((block) => (block.kind === 'practical' ? readingTask(block.task, edition.language) : block));
      return {
        ...edition,
        introduction: packaged(edition.introduction),
        lessons: edition.lessons.map((lesson) => ({ ...lesson, blocks: packaged(lesson.blocks) })),
      };
    }),
  };
}

const words: Record<Language, { task: string; agree: string }> = {
  nb: { task: 'Praktisk oppgave', agree: 'Avtal med lederen din hvem som ser at du har gjort den.' },
  nn: { task: 'Praktisk oppgåve', agree: 'Avtal med leiaren din kven som ser at du har gjort henne.' },
  en: { task: 'Practical task', agree: 'Agree with your manager who will see that you have done it.' },
};

function readingTask({ id, title, text }: PracticalTask, language: Language): Block {
  const { task, agree } = words[language];
  return { kind: 'callout', id, tone: 'viktig', markdown: `**${task}: ${title}**\n\n${text}\n\n${agree}` };
}
