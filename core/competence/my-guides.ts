import type { Answered } from '../contract/conversation.js';
import type { CourseCard, MyGuide, myGuides as conversation } from '../contract/learn.js';
import { dueOf, type Facts, stateOn } from './fulfilment.js';
import { type Attention, attentionOf, byAttention } from './team-completion.js';

/** A requirement that applies to the person today, shown by a course. */
export interface AskedOfMe {
  course: string;
  because: NonNullable<MyGuide['because']>;
  facts: Facts;
}

/** The latest time the person took a course, and the day they last completed it. */
export interface MyRun {
  course: string;
  registration: NonNullable<MyGuide['registration']>;
  completedOn: string | null;
}

type Sorted = MyGuide & { attention: Attention };

/**
 * What a person owes, has done and may take. A guide that several requirements ask for is there once, for the most
 * urgent of them.
 */
export function myGuides(
  cards: CourseCard[],
  asked: AskedOfMe[],
  runs: MyRun[],
  today: string,
): Answered<typeof conversation> {
  const guides = cards.map((card) => guideOf(card, asked, runs, today)).sort(byTitle);
  const isWaiting = ({ attention }: Sorted) => attention.rank < 2;
  const isDone = ({ completedOn }: Sorted) => completedOn !== null;
  const waiting = guides.filter(isWaiting).sort((a, b) => byAttention(a.attention, b.attention));
  const rest = guides.filter((guide) => !isWaiting(guide));
  return {
    waiting: waiting.map(plain),
    done: rest.filter(isDone).sort(latestFirst).map(plain),
    open: rest.filter((guide) => !isDone(guide)).map(plain),
  };
}

function guideOf(course: CourseCard, asked: AskedOfMe[], runs: MyRun[], today: string): Sorted {
  const run = runs.find((one) => one.course === course.id);
  const registration = run?.registration ?? null;
  const reason = mostUrgent(
    asked.filter((one) => one.course === course.id),
    today,
  );
  if (!reason) {
    const completedOn = run?.completedOn ?? null;
    const nothing = { because: null, state: null, due: null, validUntil: null, attention: attentionOf([]) };
    return { course, registration, completedOn, ...nothing };
  }
  const { because, facts, attention } = reason;
  const completedOn = facts.on ?? run?.completedOn ?? null;
  const { validUntil } = facts;
  return {
    course,
    because,
    state: stateOn(facts, today),
    due: dueOf(facts),
    validUntil,
    completedOn,
    registration,
    attention,
  };
}

function mostUrgent(asked: AskedOfMe[], today: string): (AskedOfMe & { attention: Attention }) | undefined {
  return asked
    .map((one) => ({ ...one, attention: attentionOf([asCell(one.facts, today)]) }))
    .sort((a, b) => byAttention(a.attention, b.attention) || compare(a.because.competence, b.because.competence))[0];
}

function asCell(facts: Facts, today: string) {
  const { validUntil } = facts;
  const due = dueOf(facts);
  return { state: stateOn(facts, today), ...(due ? { due } : {}), ...(validUntil ? { validUntil } : {}) };
}

const { compare } = new Intl.Collator('nb');

function byTitle(a: Sorted, b: Sorted): number {
  return compare(a.course.title, b.course.title);
}

function latestFirst(a: Sorted, b: Sorted): number {
  return (a.completedOn ?? '') < (b.completedOn ?? '') ? 1 : a.completedOn === b.completedOn ? 0 : -1;
}

function plain({ attention: _attention, ...guide }: Sorted): MyGuide {
  return guide;
}
