import { drawnFor } from '@kursdugnad/core/runtime/drawing.js';
import type { Language } from '@kursdugnad/core/course/language.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import { emptyRecord } from '@kursdugnad/core/runtime/recording.js';
import type { GuideData, Place } from '../render/guide-data.js';
import { liveWordsIn } from '../render/live/live-words.js';
import { focusOnHeading, placeAt, turnTo } from './navigation.js';
import { outbox } from './outbox.js';
import { editionPage, guideDataIn, keepEdition } from './package-editions.js';
import type { PackageWorld, WorldMode } from './package-world.js';
import { packageWords } from './package-words.js';
import { newSeed, showDrawn } from './show-drawn.js';
import { startPlayer, type RunningPlayer } from './start-player.js';

/** The player in a package: the same as on our own pages, with another world behind it. */
export async function startPackage(world: PackageWorld): Promise<void> {
  const first = guideDataIn(document);
  if (!first) return;
  const state = world.state ?? { seed: newSeed(), language: null, record: emptyRecord };
  const course = drawnFor({ ...first.outline, ...markedBy(world) }, state.seed);
  const keeper = world.keeper(course, state);
  // Nothing of one learner is left behind for the next one at the same machine.
  const box = outbox(null, null);
  const begin = (edition: GuideData, record: LearnerRecord, place: Place | undefined): RunningPlayer => {
    const ready = prepared(edition, world, state.seed, place);
    showPage(ready, world);
    return startPlayer(ready, box, keeper.report, record);
  };

  keepEdition(first);
  let data = first;
  const wanted = [state.language ?? '', ...(world.languages ?? [])].find((language) => language in first.addresses);
  if (wanted !== undefined && wanted !== first.language) data = (await editionPage(wanted as Language, first)) ?? first;
  let player = begin(data, state.record, placeAt(data.addresses[data.language] ?? {}) ?? state.record.place?.lesson);
  onLanguage(async (language) => {
    const next = await editionPage(language, data);
    if (!next) return;
    const [record, place] = [player.record(), player.place()];
    player.stop();
    data = next;
    player = begin(data, record, place);
    keeper.speaks(language);
    focusOnHeading(place);
  });
}

function markedBy({ passMark }: PackageWorld): { passMark?: number } {
  return passMark === undefined ? {} : { passMark };
}

/** What the page says of itself, made true for this learner in this world. */
function prepared(data: GuideData, world: PackageWorld, seed: string, place: Place | undefined): GuideData {
  const outline = drawnFor({ ...data.outline, ...markedBy(world) }, seed);
  const shown = place !== undefined && place in (data.addresses[data.language] ?? {}) ? place : data.shown;
  const back = world.home === undefined ? {} : { home: world.home, homeName: packageWords[data.language].back };
  return { ...data, ...back, outline, shown, registration: world.mode === 'normal' ? seed : null };
}

function showPage(data: GuideData, world: PackageWorld): void {
  const words = packageWords[data.language];
  showDrawn(data.outline);
  turnTo(data, liveWordsIn(data.language), data.shown);
  showAddress(data);
  if (data.home !== null && data.homeName !== undefined) showWayBack(data.home, data.homeName);
  if (world.mode !== 'normal') showNotice(world.mode, words[world.mode]);
}

/** So that the back button leads here again. A window that another system has sealed may refuse. */
function showAddress({ addresses, language, shown }: GuideData): void {
  try {
    const address = new URL(addresses[language]?.[shown] ?? '', location.href).href;
    if (!location.href.startsWith(address)) history.replaceState(null, '', address);
  } catch {
    return;
  }
}

function showWayBack(href: string, text: string): void {
  const link = document.createElement('a');
  link.className = 'home';
  link.href = href;
  link.textContent = `← ${text}`;
  document.querySelector('.top-row')?.prepend(link);
}

function showNotice(mode: Exclude<WorldMode, 'normal'>, text: string): void {
  const notice = document.createElement('p');
  notice.className = mode === 'review' ? 'preview-note' : 'notice';
  notice.setAttribute('role', mode === 'review' ? 'status' : 'alert');
  notice.textContent = text;
  document.getElementById('guide_main')?.prepend(notice);
}

function onLanguage(chosen: (language: Language) => Promise<void>): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-language]');
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    void chosen(link.dataset.language as Language);
  });
}
