import type { Course, Language } from '@kursdugnad/core/course/course.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';

// Without the Markdown reader, so that the player can carry it to the browser.

/** `resultat`, or the id of a lesson. */
export type Place = string;
export const resultPlace = 'resultat';

/** What the page tells the player: `<script type="application/json" id="guide-data">`. */
export interface GuideData {
  /** The main edition without its prose, but with titles and prompts as plain words in the language shown. */
  outline: Course;
  language: Language;
  record: LearnerRecord;
  shown: Place;
  /** Null in a preview: nothing is kept on the device. */
  registration: string | null;
  /** The version the page shows, by its address; absent where there is only one. */
  version?: string;
  /** Where events are sent; null: nowhere. */
  events: string | null;
  /** Null where there is nowhere to go back to: the guide is a package inside another system. */
  home: string | null;
  /** What `home` is called when it is not the learner's list. */
  homeName?: string;
  action: string;
  /** The address of every place in every language of the guide. */
  addresses: Partial<Record<Language, Record<Place, string>>>;
}
