import { mediaKind } from '../media-kinds.js';
import { languagesBesideFilm, mediaUses, type MediaUse } from '../media-uses.js';
import { readable, type Reading } from '../reading.js';
import { aGuide } from './example.js';
import { placeIn, type Finding, type Rule } from './rule.js';

const manual = 'Lyd';
const sound = { 'media/kari.mp3': Buffer.from('4944330300000000', 'hex') };
const transcript = { 'media/kari.nb.txt': 'Kari: Jeg bruker alltid såpe.' };
const good = aGuide('![Lyd: Kari forteller om såpe.](media/kari.mp3 "Kari, renholder")', { ...sound, ...transcript });

const noTranscript: Rule = {
  id: 'audio-without-transcript',
  severity: 'error',
  mayBeAccepted: true,
  says: 'Lydopptaket er ikke skrevet ut i ord, så den som ikke hører, får ikke vite hva som blir sagt.',
  mend: 'Skriv hva som blir sagt, i en tekstfil med samme navn og språket: kari.mp3 har kari.nb.txt.',
  manual,
  find: inSounds((use, { files }) => languagesBesideFilm(use.path ?? '', 'txt', files).length === 0),
  fails: aGuide('![Lyd: Kari forteller om såpe.](media/kari.mp3 "Kari, renholder")', sound),
  passes: good,
};

const inText: Rule = {
  id: 'audio-in-text',
  severity: 'error',
  says: 'Lydopptaket står inne i en setning, en liste eller et sitat.',
  mend: 'La det stå alene, med en tom linje over og under.',
  manual,
  find: inSounds(({ isAlone }) => !isAlone),
  fails: aGuide('Hør ![Lyd: Kari forteller om såpe.](media/kari.mp3) her.', { ...sound, ...transcript }),
  passes: good,
};

const noName: Rule = {
  id: 'audio-without-name',
  severity: 'error',
  says: 'Den som bruker skjermleser, får ikke vite hva lydopptaket er.',
  mend: 'Skriv det i hakeparentesen: «Lyd: Kari forteller om såpe.»',
  manual,
  find: inSounds(({ token }) => token.text.trim() === ''),
  fails: aGuide('![](media/kari.mp3)', { ...sound, ...transcript }),
  passes: good,
};

function inSounds(isBroken: (use: MediaUse, reading: Reading) => boolean) {
  return (reading: Reading): Finding[] =>
    readable(reading).flatMap((guide) =>
      mediaUses(guide)
        .filter(({ how, path }) => how === 'image' && mediaKind(path ?? '')?.use === 'audio')
        .filter((use) => isBroken(use, reading))
        .map((use) => ({ at: placeIn(guide, use) })),
    );
}

export const audioRules = [noTranscript, inText, noName];
