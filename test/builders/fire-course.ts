import type { Course, Edition } from '@kursdugnad/core/course/course.js';
import { aCourse, aDeclaration, aFillIn, aLesson, anEdition, aQuestion, asking, aText } from './course-builder.js';

const several = aQuestion({
  kind: 'multiple',
  id: 'vikar',
  prompt: 'Hva viser du en vikar?',
  tries: 1,
  choices: [
    { id: 'a', text: 'Veien ut.', correct: true, feedback: 'Ja.' },
    { id: 'b', text: 'Hele permen.', correct: false, feedback: 'Permen kan vente.' },
    { id: 'c', text: 'Brannmelderen.', correct: true },
  ],
  explanation: 'Vis veien ut, og vis hvordan man varsler.',
});
const table = '| Slokkemiddel | Passer til | Passer ikke til |\n|---|---|---|\n| Brannteppe | gryter | store branner |';

const bokmaal = anEdition({
  introduction: [aText('I en brann har du noen få minutter.', 'innledning')],
  lessons: [
    aLesson({ blocks: [aText('Gå **ut** med en gang. Se [hvordan du slokker](#slokke).'), asking(aQuestion())] }),
    aLesson({
      id: 'slokke',
      title: 'Slokke eller la være',
      blocks: [
        aText('## Hva passer'),
        aText(table, 'tabell'),
        { kind: 'callout', id: 'vann', tone: 'viktig', markdown: 'Hell aldri vann på brennende olje.' },
        asking(several),
        asking(aFillIn()),
      ],
    }),
    aLesson({ id: 'erklaeringen', title: 'Erklæringen', blocks: [aDeclaration()] }),
  ],
});
const nynorsk: Edition = { ...bokmaal, language: 'nn', title: 'Brannvern på jobb' };

/** Every kind of question and a declaration, in two languages: three lessons, pass mark 80 %. */
export const fireCourse: Course = aCourse({ editions: [bokmaal, nynorsk] });
