import { guidePaths, isGuidePath } from '../course-files.js';
import { weightLimits } from '../markdown-weight.js';
import type { Reading } from '../reading.js';
import type { TextFault } from '../source-text.js';
import { isStableId } from '../stable-ids.js';
import { aGuide, fine, translated } from './example.js';
import { wholeFile, type Finding, type Rule } from './rule.js';

const noGuide: Rule = {
  id: 'guide-missing',
  severity: 'error',
  says: 'Mappa har ingen fil som heter guide.md.',
  mend: 'Lag fila guide.md øverst i mappa. Navnet skal ha små bokstaver.',
  manual: 'Skrive en guide',
  find: ({ main }) => (main ? [] : [{ at: wholeFile('guide.md') }]),
  fails: { files: new Map([['Guide.md', Buffer.from('# Hei')]]), shown: '' },
  passes: fine,
};

const folderName: Rule = {
  id: 'folder-name',
  severity: 'error',
  says: 'Navnet på mappa kan ikke brukes som adresse.',
  mend: 'Gi mappa et navn med små bokstaver a–z, tall og bindestrek, for eksempel «brannvern-pa-jobben».',
  manual: 'Skrive en guide',
  find: ({ slug }) => (isStableId(slug) ? [] : [{ at: wholeFile('guide.md') }]),
  fails: { ...fine, slug: 'Brann vern', shown: '' },
  passes: fine,
};

const tooLarge: Rule = {
  id: 'guide-too-large',
  severity: 'error',
  says: 'Tekstfila er større enn 1 MB og blir ikke lest.',
  mend: 'Del stoffet i flere guider. Bilder skal ligge i media-mappa, ikke inne i teksten.',
  manual: 'Skrive en guide',
  find: (reading) => faultsOf(reading, 'too-large'),
  fails: { files: new Map([['guide.md', Buffer.alloc(1024 * 1024 + 1, 'a\n')]]), shown: '' },
  passes: fine,
};

const notUtf8: Rule = {
  id: 'not-utf8',
  severity: 'error',
  says: 'Tekstfila er ikke lagret som UTF-8, så bokstaver som æ, ø og å kan ikke leses.',
  mend: 'Lagre fila på nytt, og velg tegnkodingen UTF-8 når programmet spør.',
  manual: 'Skrive en guide',
  find: (reading) => faultsOf(reading, 'not-utf8'),
  fails: { files: new Map([['guide.md', Buffer.from('# Når det brenner', 'latin1')]]), shown: '' },
  passes: fine,
};

const tooHeavy: Rule = {
  id: 'text-too-heavy',
  severity: 'error',
  says: 'Teksten er for innfløkt til å bli lest herfra: for mange nivåer, for lange linjer eller for mange tegn på ett sted.',
  mend: 'Del opp teksten med tomme linjer, og bruk færre nivåer i lister og sitater.',
  manual: 'Tekst, lister, tabeller og sitater',
  find: (reading) => faultsOf(reading, 'too-heavy'),
  fails: aGuide(`${'> '.repeat(weightLimits.nesting + 1)}For dypt.`),
  passes: aGuide('> > Et sitat inni et sitat.'),
};

const unusedFile: Rule = {
  id: 'file-not-in-media',
  severity: 'warning',
  says: 'Fila er ikke en del av guiden. Bare guide.md, oversettelser og media-mappa blir med.',
  mend: 'Flytt fila til media-mappa hvis den skal brukes, eller slett den.',
  manual: 'Skrive en guide',
  find: ({ files }) =>
    [...files.keys()]
      .filter((path) => !isGuidePath(path) && !path.startsWith('media/'))
      .map((path) => ({ at: wholeFile(path) })),
  fails: aGuide('Tekst.', { 'notater.txt': 'Husk å spørre Kari.' }),
  passes: fine,
};

const unknownTranslation: Rule = {
  id: 'translation-unknown',
  severity: 'error',
  says: 'Navnet på fila sier ikke hvilket språk den er på.',
  mend: 'Oversettelser heter guide.nn.md (nynorsk), guide.nb.md (bokmål) eller guide.en.md (engelsk).',
  manual: 'Flere språk',
  find: ({ files }) =>
    [...files.keys()]
      .filter((path) => isGuidePath(path) && !guidePaths(files).includes(path))
      .map((path) => ({ at: wholeFile(path) })),
  fails: aGuide('Tekst.', { 'guide.nynorsk.md': translated }),
  passes: fine,
};

function faultsOf(reading: Reading, kind: TextFault): Finding[] {
  return reading.guides.flatMap(({ file, fault }) =>
    fault?.kind === kind ? [{ at: { file, line: fault.line, column: 1 } }] : [],
  );
}

export const fileRules = [noGuide, folderName, tooLarge, notUtf8, tooHeavy, unusedFile, unknownTranslation];
