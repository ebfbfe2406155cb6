import { signedIn } from '../guide-draft.js';
import { readable } from '../reading.js';
import { aGuide } from './example.js';
import { placeIn, type Rule } from './rule.js';

const manual = 'Praktisk oppgave';
const aTask = (text: string) => aGuide(`## Praktisk oppgave: Vask hendene {#oppgave}\n\n${text}`);
const good = aTask('Vis lederen din hvordan du vasker hendene.');

const empty: Rule = {
  id: 'practical-empty',
  severity: 'error',
  says: 'Den praktiske oppgaven sier ikke hva en skal gjøre.',
  mend: 'Skriv under overskriften hva som skal gjøres, og hva lederen ser etter.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      signedIn(guide, 'practical')
        .filter(({ text, boxes }) => text === '' && boxes.length === 0)
        .map((task) => ({ at: placeIn(guide, task) })),
    ),
  fails: aGuide('## Praktisk oppgave: Vask hendene {#oppgave}'),
  passes: good,
};

const boxNotHere: Rule = {
  id: 'box-not-here',
  severity: 'error',
  says: 'Her kan det ikke stå ruter å krysse av i.',
  mend: 'Skriv punktene som en vanlig liste. En praktisk oppgave signeres av lederen, og en refleksjon er bare for den som lærer.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      [...signedIn(guide, 'practical'), ...signedIn(guide, 'reflection')].flatMap(({ boxes }) =>
        boxes.slice(0, 1).map((box) => ({ at: placeIn(guide, box) })),
      ),
    ),
  fails: aTask('Vis lederen din:\n\n- [ ] Såpe.\n- [ ] Skyll.'),
  passes: aTask('Vis lederen din:\n\n- såpe\n- skyll'),
};

export const practicalRules = [empty, boxNotHere];
