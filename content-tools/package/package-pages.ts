import { editionIn, mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { Course, Edition, Language } from '@kursdugnad/core/course/course.js';
import type { FactValues } from '@kursdugnad/core/course/facts.js';
import { packageIds } from '@kursdugnad/core/packaging/package-ids.js';
import { drawnFor } from '@kursdugnad/core/runtime/drawing.js';
import { emptyRecord } from '@kursdugnad/core/runtime/recording.js';
import { guidePage } from '../render/guide-page.js';

export const launchPage = 'index.html';

/** The pages of a package: the main edition as a page, every other as a script that the page can put in its place. */
export function packagePages(course: Course, facts: FactValues = {}): [path: string, content: Buffer][] {
  const [main, ...others] = course.editions;
  return [
    [launchPage, Buffer.from(pageOf(course, main ?? mainEdition(course), facts))],
    ...others.map((edition): [string, Buffer] => [
      `sprak-${edition.language}.js`,
      Buffer.from(editionScript(edition, pageOf(course, edition, facts))),
    ]),
    ['uten-skript.css', Buffer.from(withoutScript)],
  ];
}

/** One edition without the player, for paper: every question of a pool, and nothing in the order that is the answer. */
export function printPage(course: Course, language: Language, facts: FactValues = {}): Buffer {
  const editions = course.editions.map((edition) => ({
    ...edition,
    lessons: edition.lessons.map(({ draw: _, ...lesson }) => lesson),
  }));
  const shuffled = drawnFor({ ...course, editions }, 'papir');
  return Buffer.from(pageOf(shuffled, editionIn(shuffled, language), facts, null));
}

function pageOf(
  course: Course,
  { language, lessons }: Edition,
  facts: FactValues,
  script: string | null = 'player.js',
): string {
  return guidePage({
    course,
    language,
    record: emptyRecord,
    shown: lessons[0]?.id ?? '',
    // Tells guides on the same disk apart; who the learner is, is for the world around to know.
    registration: packageIds(course).unit,
    facts,
    urls: {
      home: null,
      // No element has such an id: the browser must not scroll to a lesson past the top of the page.
      place: (place) => `#/${place}`,
      action: '',
      events: null,
      media: (path) => path,
      script,
      style: 'guide.css',
      withoutScript: 'uten-skript.css',
    },
    // The forms are never sent: the player takes them, and makes ids of its own.
    newId: () => '00000000-0000-4000-8000-000000000000',
  });
}

/** In ASCII, whatever the server calls the file. */
function editionScript({ language }: Edition, page: string): string {
  const text = JSON.stringify(page).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `(window.kursdugnadEditions ??= {}).${language} = ${text};\n`;
}

/** Without the player the whole guide is there to read, one lesson below the other. */
const withoutScript = `.place[hidden] { display: block; }
.pager, .answer-row, .languages, .contents, [data-section='resultat'] { display: none; }
`;
