import { signedIn } from '../guide-draft.js';
import { readable } from '../reading.js';
import { aGuide } from './example.js';
import { placeIn, type Example, type Rule } from './rule.js';

const manual = 'Erklæring';
const aDeclaration = (text: string): Example => aGuide(`## Erklæring: Håndvask {#erklaering}\n\n${text}`);
const good = aDeclaration('Jeg vasker hendene.\n\n- [ ] Jeg har lest dette.');

const oneBox: Rule = {
  id: 'declaration-box',
  severity: 'error',
  says: 'En erklæring skal ha akkurat én rute å krysse av i.',
  mend: 'Avslutt erklæringen med én linje: «- [ ] Jeg har lest erklæringen og vil følge den.»',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      signedIn(guide, 'declaration')
        .filter(({ boxes }) => boxes.length !== 1 || boxes[0]?.text === '' || boxes[0]?.ticked === null)
        .map((declaration) => ({ at: placeIn(guide, declaration.boxes[1] ?? declaration) })),
    ),
  fails: aDeclaration('Jeg vasker hendene.'),
  passes: good,
};

const tickedBox: Rule = {
  id: 'declaration-ticked',
  severity: 'error',
  says: 'Ruta i erklæringen er krysset av på forhånd.',
  mend: 'Skriv «- [ ]» med mellomrom. Den som tar guiden, skal krysse av selv.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      signedIn(guide, 'declaration').flatMap(({ boxes }) =>
        boxes.filter((box) => box.ticked).map((box) => ({ at: placeIn(guide, box) })),
      ),
    ),
  fails: aDeclaration('Jeg vasker hendene.\n\n- [x] Jeg har lest dette.'),
  passes: good,
};

const noText: Rule = {
  id: 'declaration-empty',
  severity: 'error',
  says: 'Erklæringen sier ikke hva som blir erklært.',
  mend: 'Skriv teksten mellom overskriften og ruta.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      signedIn(guide, 'declaration')
        .filter(({ text }) => text === '')
        .map((declaration) => ({ at: placeIn(guide, declaration) })),
    ),
  fails: aDeclaration('- [ ] Jeg har lest dette.'),
  passes: good,
};

const stray: Rule = {
  id: 'text-after-declaration',
  severity: 'error',
  says: 'Etter ruta i erklæringen står det mer tekst.',
  mend: 'Flytt teksten over ruta, eller begynn på en ny overskrift.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) =>
      signedIn(guide, 'declaration').flatMap(({ strays }) =>
        strays.slice(0, 1).map((spot) => ({ at: placeIn(guide, spot) })),
      ),
    ),
  fails: aDeclaration('Jeg vasker hendene.\n\n- [ ] Jeg har lest dette.\n\nMer tekst.'),
  passes: good,
};

export const declarationRules = [oneBox, tickedBox, noText, stray];
