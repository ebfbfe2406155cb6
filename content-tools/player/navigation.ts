import type { Language } from '@kursdugnad/core/course/course.js';
import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import { resultPlace, type GuideData, type Place } from '../render/guide-data.js';
import type { LiveWords } from '../render/live/live-words.js';

export interface Navigation {
  current(): Place;
  /** Shows a place as if its link had been followed. */
  go(place: Place): void;
}

/** Follows the guide's own links without leaving the page. The address, the back button and a reload work as without. */
export function navigation(
  data: GuideData,
  words: LiveWords,
  onShown: (place: Place) => void,
  signal: AbortSignal,
): Navigation {
  const addresses = data.addresses[data.language] ?? {};
  let current = data.shown;

  function show(place: Place): void {
    if (place === current) return;
    current = place;
    turnTo(data, words, place);
    onShown(place);
  }

  function go(place: Place, href = addresses[place] ?? ''): void {
    const target = new URL(href, location.href);
    if (target.href !== location.href) history.pushState(null, '', target);
    show(place);
    // In a package the place itself is before another #.
    const anchor = document.getElementById(target.hash.slice(target.hash.lastIndexOf('#') + 1));
    if (anchor) return focusOn(anchor.querySelector<HTMLElement>('h2, h3') ?? anchor);
    window.scrollTo(0, 0);
    focusOnHeading(place);
  }

  const follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-place]');
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !plain || event.defaultPrevented) return;
    event.preventDefault();
    go(link.dataset.place ?? '', link.href);
  };
  const goBack = () => {
    const place = placeAt(addresses);
    if (place === undefined || place === current) return;
    show(place);
    focusOnHeading(place);
  };
  document.addEventListener('click', follow, { signal });
  window.addEventListener('popstate', goBack, { signal });
  return { current: () => current, go };
}

/** Shows one place of the page and names it everywhere. */
export function turnTo(data: GuideData, words: LiveWords, place: Place): void {
  for (const section of all<HTMLElement>('[data-section]')) {
    section.hidden = section.dataset.section !== place;
    if (section.hidden) for (const film of section.querySelectorAll('video')) film.pause();
  }
  labelPage(data, words, place);
}

/** The place whose address the browser shows, whatever is further inside it. */
export function placeAt(addresses: Record<Place, string>): Place | undefined {
  const { href } = location;
  return Object.keys(addresses).find((place) => {
    const address = new URL(addresses[place] ?? '', href).href;
    return href === address || href.startsWith(`${address}#`);
  });
}

function labelPage(data: GuideData, words: LiveWords, place: Place): void {
  const { lessons, title } = mainEdition(data.outline);
  const index = lessons.findIndex((lesson) => lesson.id === place);
  document.title = `${lessons[index]?.title ?? words.result} – ${title}`;
  const position = document.getElementById('guide_position');
  if (position) position.textContent = place === resultPlace ? words.result : words.lessonOf(index + 1, lessons.length);
  for (const link of all<HTMLAnchorElement>('#guide_contents a[data-place]')) {
    if (link.dataset.place === place) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  for (const link of all<HTMLAnchorElement>('a[data-language]')) {
    link.href = data.addresses[link.dataset.language as Language]?.[place] ?? link.href;
  }
}

export function focusOnHeading(place: Place): void {
  document.querySelector<HTMLElement>(`[data-section="${place}"] h1`)?.focus({ preventScroll: true });
}

function focusOn(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.scrollIntoView({ block: 'start' });
  element.focus({ preventScroll: true });
}

function all<T extends Element>(selector: string): NodeListOf<T> {
  return document.querySelectorAll<T>(selector);
}
