import { languages, type Language } from '@kursdugnad/core/course/course.js';
import { partIds } from '../block-ids.js';
import type { GuideDraft } from '../guide-draft.js';
import { partsOf } from '../guide-parts.js';
import { misplacedMarks } from '../misplaced-marks.js';
import { readable, type Reading } from '../reading.js';
import { translationOf, type TranslatedPart } from '../translations.js';
import { aGuide, aGuideWith, translated } from './example.js';
import { placeIn, type Finding, type Rule } from './rule.js';

const manual = 'Flere språk';
const marked = '# Vask {#vask}\n\nVask hendene. <!--#k3f9b-->';
const twoMarked = `${marked}\n\nTørk dem. <!--#m4t7c-->`;
const inNynorsk = (text: string, from = marked) =>
  aGuideWith(text, from, { 'guide.nn.md': `${translated}\n${text}\n` });

const missing: Rule = {
  id: 'block-id-missing',
  severity: 'warning',
  says: 'Noe av teksten mangler merke, så oversettelser og nye versjoner kan ikke følge den.',
  mend: 'Kjør «kurs check --fix». Da skrives merkene inn, og ellers blir ingenting endret.',
  manual: 'Faste merker',
  find: (reading) =>
    readable(reading).flatMap((guide) => {
      const plain = [...partIds(guide, reading.main)].filter(([{ heading }]) => !heading);
      const bare = plain.filter(([, { isWritten, source }]) => !isWritten && (guide.isMain || source));
      const [first] = bare.map(([part]) => part).sort((a, b) => a.line - b.line);
      return first && plain.some(([, { isWritten }]) => isWritten) ? [{ at: placeIn(guide, first) }] : [];
    }),
  fails: aGuide(`${marked}\n\nTørk dem.`),
  passes: aGuide(twoMarked),
};

const twice: Rule = {
  id: 'block-id-duplicate',
  severity: 'warning',
  says: 'To avsnitt har samme merke. Det blir slik når et avsnitt kopieres.',
  mend: 'Kjør «kurs check --fix». Da beholder det første merket sitt, og det andre får et nytt.',
  manual: 'Faste merker',
  find: (reading) =>
    readable(reading).flatMap((guide) => {
      const ids = partIds(guide, reading.main);
      return partsOf(guide)
        .filter((part) => !part.heading && part.mark?.id && ids.get(part)?.id !== part.mark.id)
        .map((part) => ({ at: placeIn(guide, part) }));
    }),
  fails: aGuide(`${marked}\n\nTørk dem. <!--#k3f9b-->`),
  passes: aGuide(twoMarked),
};

const misplaced: Rule = {
  id: 'block-id-place',
  severity: 'warning',
  says: 'Merket står ikke sist på den første linja i avsnittet.',
  mend: 'Kjør «kurs check --fix». Da flyttes merket dit, og ellers blir ingenting endret.',
  manual: 'Faste merker',
  find: (reading) =>
    readable(reading).flatMap((guide) => misplacedMarks(guide).map((part) => ({ at: placeIn(guide, part) }))),
  fails: aGuide('# Vask {#vask}\n\nVask hendene.\nTørk dem. <!--#k3f9b-->'),
  passes: aGuide('# Vask {#vask}\n\nVask hendene. <!--#k3f9b-->\nTørk dem.'),
};

const stale: Rule = {
  id: 'translation-stale',
  severity: 'warning',
  says: 'Teksten er endret etter at den ble oversatt.',
  mend: 'Se over oversettelsen. Kjør så «kurs translated» med mappa og merket, så vet verktøyet at den er ajour.',
  manual,
  find: inTranslations('stale', (guide, main, { id, part, source }) => {
    const mend = `Se over oversettelsen. Kjør så «kurs translated» med mappa og ${id}.`;
    return [
      ...(part
        ? [{ at: placeIn(guide, part), says: `Teksten på linje ${source.line} i ${main.file} er endret siden.`, mend }]
        : []),
      {
        at: placeIn(main, source),
        says: `Endret etter oversettelsen til ${nameOf(guide)}, linje ${part?.line}.`,
        mend,
      },
    ];
  }),
  fails: inNynorsk('# Vask {#vask}\n\nVask hendene dine. <!--#k3f9b=00000000-->'),
  passes: inNynorsk('# Vask {#vask} <!--=0b77e9f7-->\n\nVask hendene dine. <!--#k3f9b=04cf6c69-->'),
};

const untranslated: Rule = {
  id: 'translation-block-missing',
  severity: 'warning',
  says: 'Avsnittet er ikke oversatt.',
  mend: 'Skriv det i oversettelsen også, på samme sted, og gi det samme merke.',
  manual,
  find: inTranslations('missing', (guide, main, { source, id }) => {
    if (source.heading) return [];
    const mend = `Skriv det i ${guide.file} også, med merket <!--#${id}--> sist på den første linja.`;
    return [{ at: placeIn(main, source), says: `Avsnittet er ikke oversatt til ${nameOf(guide)}.`, mend }];
  }),
  fails: inNynorsk('# Vask {#vask}\n\nVask hendene dine. <!--#k3f9b-->', twoMarked),
  passes: inNynorsk('# Vask {#vask}\n\nVask hendene dine. <!--#k3f9b-->\n\nTørk dei. <!--#m4t7c-->', twoMarked),
};

const unknown: Rule = {
  id: 'translation-block-unknown',
  severity: 'warning',
  says: 'Avsnittet finnes ikke i guide.md, eller står på et annet sted der.',
  mend: 'Gi det merket til avsnittet det er oversatt fra, eller skriv det i guide.md også.',
  manual,
  find: ({ main, ...reading }) =>
    readable({ main, ...reading }).flatMap((guide) =>
      guide.isMain || !main || main.fault
        ? []
        : [...partIds(guide, main)]
            .filter(([part, { source }]) => !part.heading && source === null)
            .map(([part]) => ({ at: placeIn(guide, part) })),
    ),
  fails: inNynorsk('# Vask {#vask}\n\nVask hendene dine. <!--#k3f9b-->\n\nTørk dei òg.'),
  passes: inNynorsk('# Vask {#vask}\n\nVask hendene dine. <!--#k3f9b-->'),
};

const unrecorded: Rule = {
  id: 'translation-unrecorded',
  severity: 'warning',
  says: 'Verktøyet vet ikke hvilken tekst dette er oversatt fra, så det kan ikke si fra når den endres.',
  mend: 'Er oversettelsen ajour, kjører du «kurs translated» med mappa.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) => {
      const parts = guide.isMain || !reading.main || reading.main.fault ? [] : translationOf(guide, reading.main);
      const isBegun = parts.some(({ state }) => state === 'current' || state === 'stale');
      const [first] = parts.filter(({ state }) => state === 'unrecorded').flatMap(({ part }) => part ?? []);
      return isBegun && first ? [{ at: placeIn(guide, first) }] : [];
    }),
  fails: inNynorsk('# Vask {#vask}\n\nVask hendene dine. <!--#k3f9b=04cf6c69-->'),
  passes: stale.passes,
};

function inTranslations(
  state: TranslatedPart['state'],
  find: (guide: GuideDraft, main: GuideDraft, part: TranslatedPart) => Finding[],
) {
  return (reading: Reading): Finding[] => {
    const { main } = reading;
    if (!main || main.fault) return [];
    return readable(reading).flatMap((guide) =>
      guide === main
        ? []
        : translationOf(guide, main)
            .filter((part) => part.state === state)
            .flatMap((part) => find(guide, main, part)),
    );
  };
}

const names: Record<Language, string> = { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' };

function nameOf({ language, file }: GuideDraft): string {
  return languages.some((one) => one === language) && language ? names[language] : file;
}

export const blockIdRules = [missing, twice, misplaced, stale, untranslated, unknown, unrecorded];
