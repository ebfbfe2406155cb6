import type { Course, Language } from '@kursdugnad/core/course/course.js';
import type { FactValues } from '@kursdugnad/core/course/facts.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { guideDataBlock, guideFooter, guideHead, guideTop } from './guide-frame.js';
import { resultPlace, type Place } from './guide-data.js';
import { guideView } from './guide-view.js';
import { Html, html } from './live/html.js';
import { lessonList } from './lesson-list.js';
import { lessonSection } from './lesson-section.js';
import { type News, newsLine } from './news-line.js';
import { wordNotes } from './reading-block.js';
import { resultSection } from './result-section.js';

/** What one learner sees of one guide. */
export interface GuidePage {
  course: Course;
  /** The main language where the guide is not translated to this one. */
  language: Language;
  /** `emptyRecord` in a preview. */
  record: LearnerRecord;
  /** The lesson to show, or `resultat`; the first lesson for an id the guide does not have. */
  shown: Place;
  /** Null in a preview: the page says that nothing is saved, and the player keeps nothing on the device. */
  registration: string | null;
  /** What came of a form sent without the player. */
  notice?: { kind: 'no-answer'; question: string } | { kind: 'not-saved' } | null;
  /** What has come since the learner was here last, in a newer version; null or absent: nothing. */
  news?: News | null;
  /** The version shown, by its address: what happens on the page happens in it. Absent in a preview and a package. */
  version?: string;
  /** What the learner's municipality has filled in for the guide's local facts. */
  facts?: FactValues;
  /** In a preview: which words are for each municipality to fill in is shown. */
  marksFacts?: boolean;
  /** Something above the guide, such as an author's mistakes. */
  above?: Html;
  urls: GuideUrls;
  /** A new UUID for every form, so that one sent twice counts once. */
  newId(): string;
}

export interface GuideUrls {
  /** The learner's list of guides; also where one logs in again. Null in a package, which another system is around. */
  home: string | null;
  /** What `home` is called when it is not the learner's list. */
  homeName?: string;
  /** The address of a lesson or of `resultat`, in a language. */
  place(place: Place, language: Language): string;
  /** Receives the forms (`postedEvent` reads them) and answers 303 to the place in their `lesson` field. */
  action: string;
  /** Receives the player's `{ events }` as JSON; null where nothing is sent. */
  events: string | null;
  /** The address of a file of the guide, from its path below the course folder: `media/romning.svg`. */
  media(path: string): string;
  /** The player, or null for a page without script. */
  script: string | null;
  style: string;
  /** A municipality's own colours: sets the custom properties of `guide.css`. */
  theme?: string;
  /** A further look for those without script: in a package, where no server can show the next lesson. */
  withoutScript?: string;
  /** Further scripts of the page's own origin. */
  moreScripts?: string[];
  /** The municipality's accessibility statement. */
  accessibility?: string;
}

/** The policy a guide's page is made for. Everything comes from its own origin, and nothing is inline. */
export const guidePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * A whole HTML document. It works without script: lessons are links and answers are forms. With the player it is the same
 * page, without waiting for the network.
 */
export function guidePage(page: GuidePage): string {
  const view = guideView(page);
  const { edition, words } = view;
  const body = html`<!doctype html>
    <html lang="${view.language}">
      ${guideHead(view)}
      <body>
        <a class="skip" href="#guide_main">${words.skip}</a>
        ${guideTop(view)} ${page.above}
        <div class="layout">
          <main id="guide_main" tabindex="-1">
            ${page.registration === null && html`<p class="preview-note">${words.previewOnly}</p>`}
            ${page.notice?.kind === 'not-saved' && html`<p class="notice" role="alert">${words.notSaved}</p>`}
            ${page.news && html`<p class="notice">${newsLine(view.language, page.news)}</p>`}
            ${edition.lessons.map((lesson, index) => lessonSection(view, lesson, index))}
            <section
              id="${resultPlace}"
              class="place"
              data-section="${resultPlace}"
              ${new Html(view.shown === resultPlace ? '' : ' hidden')}
            >
              ${resultSection(view)}
            </section>
            ${wordNotes(view)}
            <p id="guide_status" class="save-status" role="status"></p>
          </main>
          ${lessonList(view)}
        </div>
        ${guideFooter(view)} ${guideDataBlock(view)}
      </body>
    </html> `;
  return body.text;
}
