import { mainEdition } from '@kursdugnad/core/course/course-parts.js';
import type { LearnerEvent } from '@kursdugnad/core/runtime/learner-event.js';
import type { GuideData, Place } from '../render/guide-data.js';
import { liveWordsIn } from '../render/live-words.js';
import { sentForm } from './answering.js';
import { delivery, type Delivery } from './delivery.js';
import { learner, occurrence } from './learner.js';
import { navigation } from './navigation.js';
import type { Outbox } from './outbox.js';
import type { Reporter } from './reporter.js';
import { focusVerdict, showVerdict } from './show-question.js';
import { standingOnPage } from './show-standing.js';
import { showStatus } from './show-status.js';

/** Makes a guide's page live: lessons turn and answers are marked here, and everything is sent as it happens. */
export function startPlayer(data: GuideData, outbox: Outbox, reporter: Reporter | null): void {
  const words = liveWordsIn(data.language);
  const known = learner(data.record, outbox);
  const draw = standingOnPage(data, words);
  const post = reporter && deliveryOnPage(reporter);

  function deliveryOnPage(to: Reporter): Delivery {
    return delivery({
      outbox,
      reporter: to,
      onRead: ({ record, refused }) => {
        known.confirmed(
          record,
          refused.map((one) => one.id),
        );
        draw(known.record());
      },
      onStatus: (status, quietly) => {
        // A preview sends, but saves nothing.
        if (data.registration !== null) showStatus(status, quietly, outbox.isKept(), words, data.home);
      },
    });
  }

  function happened(event: LearnerEvent): void {
    outbox.add(event);
    draw(known.record());
    post?.send();
  }

  function opened(place: Place): void {
    const isLesson = mainEdition(data.outline).lessons.some((lesson) => lesson.id === place);
    const record = known.record();
    if (!isLesson || (record.place?.lesson === place && place in record.opened)) return;
    happened({ kind: 'opened', ...occurrence(record, Date.now()), lesson: place });
  }

  const isDoubled = doublePressed();
  const pages = navigation(data, words, opened);

  document.addEventListener('submit', (submit) => {
    const form = submit.target as HTMLFormElement;
    if (isDoubled(form)) return submit.preventDefault();
    const sent = sentForm(form, data, known.record());
    if (!sent) return;
    submit.preventDefault();
    if ('fault' in sent) showVerdict(form, 'fault', sent.fault);
    else happened(sent.event);
    if (form.dataset.restart !== undefined) pages.go(form.dataset.restart);
    else focusVerdict(form);
  });
  for (const form of document.querySelectorAll('form')) form.noValidate = true;
  whenTimeHasCome(() => post?.send());
  window.addEventListener('storage', ({ key }) => {
    if (!outbox.owns(key)) return;
    draw(known.record());
    // The other tab sends what it wrote; this one only has to learn that nothing is pending any more.
    if (outbox.pending().length === 0) post?.send();
  });
  window.addEventListener('beforeunload', (leaving) => {
    if (post && !outbox.isKept()) leaving.preventDefault();
  });

  draw(known.record());
  opened(pages.current());
  post?.send();
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

/** The line is back, or the learner is. */
function whenTimeHasCome(act: () => void): void {
  window.addEventListener('online', act);
  window.addEventListener('pageshow', act);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && act());
}
