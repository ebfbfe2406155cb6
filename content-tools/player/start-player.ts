import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import type { LearnerRecord } from '@kursdugnad/core/runtime/learner-record.js';
import type { GuideData, Place } from '../render/guide-data.js';
import { liveWordsIn } from '../render/live/live-words.js';
import { sentForm } from './answering.js';
import { delivery, type Delivery } from './delivery.js';
import { learner, occurrence, type Learner } from './learner.js';
import { moveRows } from './move-rows.js';
import { navigation, type Navigation } from './navigation.js';
import type { Outbox } from './outbox.js';
import { keepReflections } from './reflections.js';
import type { Reporter } from './reporter.js';
import { focusHint, focusVerdict, showVerdict } from './show-question.js';
import { standingOnPage } from './show-standing.js';
import { showStatus } from './show-status.js';

/** A page that is live, until it makes way for the same guide in another language. */
export interface RunningPlayer {
  record(): LearnerRecord;
  place(): Place;
  stop(): void;
}

/**
 * Makes a guide's page live: lessons turn and answers are marked here, and everything is sent as it happens. `record` is
 * what is known of the learner beyond what is written in the page.
 */
export function startPlayer(
  data: GuideData,
  outbox: Outbox,
  reporter: Reporter | null,
  record: LearnerRecord = data.record,
): RunningPlayer {
  const words = liveWordsIn(data.language);
  const { version } = data;
  const known = learner(record, outbox, version);
  const stopping = new AbortController();
  const { signal } = stopping;
  const drawStanding = standingOnPage(data, words);
  const draw = () => drawStanding(known.record());
  const post = reporter && deliveryOnPage(data, outbox, reporter, known, draw);

  const happened = (event: LearnerEvent) => {
    // The device first: from here on, nothing that goes wrong can lose it.
    outbox.add(version === undefined ? event : { ...event, version });
    draw();
    post?.send();
  };
  const pages = navigation(data, words, (place) => opened(place, data, known, happened), signal);

  takeForms(data, known, pages, happened, signal);
  moveRows(words, signal);
  keepReflections(data.registration, words, signal);
  listenToOtherTabs(outbox, draw, post, signal);
  sendWhenTimeHasCome(outbox, post, signal);
  draw();
  opened(pages.current(), data, known, happened);
  post?.send();
  return { record: () => known.record(), place: () => pages.current(), stop: () => stopping.abort() };
}

function deliveryOnPage(
  data: GuideData,
  outbox: Outbox,
  reporter: Reporter,
  known: Learner,
  draw: () => void,
): Delivery {
  return delivery({
    outbox,
    reporter,
    onRead: ({ record, refused }) => {
      const ids = refused.map((one) => one.id);
      known.confirmed(record, ids);
      draw();
    },
    onStatus: (status, quietly) => {
      // A preview sends, but saves nothing.
      if (data.registration === null) return;
      showStatus(status, quietly, outbox.isKept(), liveWordsIn(data.language), data.home);
    },
  });
}

/** A lesson counts as opened when it is shown, and the learner's place follows. */
function opened(place: Place, data: GuideData, known: Learner, happened: (event: LearnerEvent) => void): void {
  const isLesson = mainEdition(data.outline).lessons.some((lesson) => lesson.id === place);
  const record = known.record();
  if (!isLesson || (record.place?.lesson === place && place in record.opened)) return;
  happened({ kind: 'opened', ...occurrence(record, Date.now()), lesson: place });
}

/** Forms are answered here instead of by a new page. */
function takeForms(
  data: GuideData,
  known: Learner,
  pages: Navigation,
  happened: (event: LearnerEvent) => void,
  signal: AbortSignal,
): void {
  const isDoubled = doublePressed();
  const take = (submit: SubmitEvent) => {
    const form = submit.target as HTMLFormElement;
    if (isDoubled(form)) return submit.preventDefault();
    const sent = sentForm(form, submit.submitter, data, known.record());
    if (!sent) return;
    submit.preventDefault();
    if ('fault' in sent) showVerdict(form, 'fault', sent.fault);
    else happened(sent.event);
    if (form.dataset.restart !== undefined) pages.go(form.dataset.restart);
    else if ('event' in sent && sent.event.kind === 'hinted') focusHint(form, String(sent.event.hint));
    else focusVerdict(form);
  };
  document.addEventListener('submit', take, { signal });
  // The browser's own complaints would be in the browser's language, and not where the verdict is.
  for (const form of document.querySelectorAll('form')) form.noValidate = true;
}

/** The second press of a double click is no answer. */
function doublePressed(): (form: HTMLFormElement) => boolean {
  const last = new WeakMap<HTMLFormElement, number>();
  return (form) => {
    const now = performance.now();
    const doubled = now - (last.get(form) ?? -Infinity) < 500;
    last.set(form, now);
    return doubled;
  };
}

/** The other tab sends what it wrote; this one shows it, and learns when nothing is pending any more. */
function listenToOtherTabs(outbox: Outbox, draw: () => void, post: Delivery | null, signal: AbortSignal): void {
  const listen = ({ key }: StorageEvent) => {
    if (!outbox.owns(key)) return;
    draw();
    if (outbox.pending().length === 0) post?.send();
  };
  window.addEventListener('storage', listen, { signal });
}

/** The line is back, or the learner is. */
function sendWhenTimeHasCome(outbox: Outbox, post: Delivery | null, signal: AbortSignal): void {
  if (!post) return;
  const warn = (leaving: BeforeUnloadEvent) => {
    if (!outbox.isKept()) leaving.preventDefault();
  };
  window.addEventListener('online', post.send, { signal });
  window.addEventListener('pageshow', post.send, { signal });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && post.send(), {
    signal,
  });
  window.addEventListener('beforeunload', warn, { signal });
}
