import { randomUUID } from 'node:crypto';
import { languages, type Course, type Language } from '@kursdugnad/core/course/course.js';
import { drawnFor } from '@kursdugnad/core/runtime/drawing.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { passPoints } from '@kursdugnad/core/runtime/pass-points.js';
import type { CourseProblem } from '../read/course-problem.js';
import { playerAssets } from '../player-assets/player-assets.js';
import { guidePage, type GuidePage } from '../render/guide-page.js';
import { html, type Html } from '../render/live/html.js';
import { passLine } from './problem-lines.js';

/** What the address of a preview says. `tab` keeps the answers of two tabs apart. */
export interface PreviewPlace {
  shown: string;
  language: Language;
  tab: string;
}

export function previewPlace(url: URL): PreviewPlace {
  const asked = url.searchParams.get('sprak');
  return {
    shown: decodeURIComponent(url.pathname.slice(1)),
    language: languages.find((language) => language === asked) ?? 'nb',
    tab: url.searchParams.get('fane') ?? '',
  };
}

export function previewAddress({ shown, language, tab }: PreviewPlace): string {
  return `/${encodeURIComponent(shown)}?sprak=${language}&fane=${encodeURIComponent(tab)}`;
}

/** The guide as a learner sees it, below a list of its mistakes; or only the list. */
export function previewPage(
  course: Course | null,
  problems: CourseProblem[],
  place: PreviewPlace,
  record: LearnerRecord,
  notice: GuidePage['notice'],
): string {
  const mistakes = problemList(problems);
  if (!course) return problemPage(mistakes);
  const pass = passPoints(course);
  const { script, style } = playerAssets();
  const query = `?sprak=${place.language}&fane=${encodeURIComponent(place.tab)}`;
  return guidePage({
    // A new tab is a new learner, who may be asked other questions.
    course: drawnFor(course, place.tab),
    language: place.language,
    record,
    shown: place.shown,
    registration: null,
    marksFacts: true,
    notice: notice ?? null,
    above: html`${mistakes}${pass && html`<p class="preview-pass">${passLine(pass)}</p>`}`,
    urls: {
      home: previewAddress({ ...place, shown: '' }),
      place: (shown, language) => previewAddress({ shown, language, tab: place.tab }),
      action: `/-/svar${query}`,
      events: `/-/hendelser${query}`,
      media: (path) => `/${path}`,
      script: `/-/${script.name}`,
      style: `/-/${style.name}`,
      moreScripts: ['/-/reload.js'],
    },
    newId: randomUUID,
  });
}

function problemPage(list: Html): string {
  const { style } = playerAssets();
  return html`<!doctype html>
    <html lang="nb">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Guiden kan ikke vises ennå</title>
        <link rel="stylesheet" href="/-/${style.name}" />
        <script src="/-/reload.js" defer></script>
      </head>
      <body>
        <div class="layout">
          <main>
            <h1>Guiden kan ikke vises ennå</h1>
            <p>Rett feilene under og lagre. Siden oppdaterer seg selv.</p>
            ${list}
          </main>
        </div>
      </body>
    </html>`.text;
}

function problemList(problems: CourseProblem[]): Html {
  if (problems.length === 0) return html``;
  const kinds = { error: 'Feil', warning: 'Råd' };
  return html`<aside class="problems" aria-label="Feil i guiden">
    <ul>
      ${problems.map(
        (problem) =>
          html`<li>
            <strong>${kinds[problem.severity]}</strong> i ${problem.file}, linje ${problem.line}: ${problem.message}
            ${problem.mend}
          </li>`,
      )}
    </ul>
  </aside>`;
}
