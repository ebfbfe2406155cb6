import { mainEdition, questionsOf as questionsIn } from '@kursdugnad/core/course/course-parts.js';
import type { Course } from '@kursdugnad/core/course/course.js';
import type { Question } from '@kursdugnad/core/course/question.js';
import { rightResponse, wrongResponse } from '@kursdugnad/core/runtime/model-responses.js';
import type { Locator } from 'playwright-core';
import { answer, declare, formOf, next, saved, section, type Sheet } from '../journeys/stage.js';
import type { World } from './world.js';
import type { Told } from './told.js';

/** What the learner does with a question: one answer after the other. `hint` opens a hint that costs. */
type Deeds = ('right' | 'wrong' | 'hint' | 'half-way')[];

interface Visit {
  deeds(question: Question, index: number): Deeds;
  /** Lessons to take in this visit, by their number. */
  lessons: number[];
  /** Takes the questions again from the result page first. */
  restart?: boolean;
}

/** A variant of the learner: what is done in each visit. Between visits the guide is left and opened again. */
export const variants: Record<'passes' | 'fails' | 'stops', Visit[]> = {
  /** A second try here and there, a hint that costs, and away in the middle of a walk. */
  passes: [
    {
      lessons: [0, 1, 2],
      deeds: ({ kind, tries, hintCost }, index) => [
        ...(hintCost ? (['hint'] as const) : []),
        ...(tries > 1 && index % 2 === 0 && kind !== 'scenario' ? (['wrong'] as const) : []),
        'right',
      ],
    },
    { lessons: [3], deeds: ({ kind }) => (kind === 'scenario' ? ['half-way'] : ['right']) },
    { lessons: [3, 4, 5], deeds: () => ['right'] },
  ],
  /** Everything wrong, and wrong again after a restart, in which something is left. */
  fails: [
    { lessons: [0, 1], deeds: ({ tries }) => Array.from({ length: tries }, () => 'wrong' as const) },
    { lessons: [2, 3, 4, 5], deeds: () => ['wrong'] },
    { lessons: [0], restart: true, deeds: (_, index) => [index === 0 ? 'right' : 'wrong'] },
  ],
  /** A little right, a little wrong, and gone for good. */
  stops: [
    { lessons: [0], deeds: (_, index) => (index === 1 ? ['wrong'] : ['right']) },
    { lessons: [1, 3], deeds: ({ kind }) => (kind === 'scenario' ? ['half-way'] : ['right']) },
  ],
};

/** Takes the guide through all visits; what the world knows after each of them. */
export async function takeGuide(world: World, course: Course, visits: Visit[]): Promise<Told[]> {
  const known: Told[] = [];
  for (const visit of visits) {
    const sheet = await world.open();
    if (visit.restart) await restart(sheet);
    for (const number of visit.lessons) await takeLesson(sheet, course, number, visit);
    await saved(sheet);
    await world.leave();
    known.push(await world.told());
  }
  return known;
}

async function takeLesson(sheet: Sheet, course: Course, number: number, { deeds }: Visit): Promise<void> {
  const lesson = mainEdition(course).lessons[number];
  if (!lesson) throw new Error(`No lesson ${number}`);
  const place = section(sheet, lesson.id);
  if (!(await place.isVisible())) await sheet.locator(`#guide_contents a[data-place="${lesson.id}"]`).click();
  await place.and(sheet.locator(':not([hidden])')).waitFor();
  // Of a pool only what was drawn is there, in the guide's order.
  const forms = await place.locator('form[data-question]').all();
  const ids = await Promise.all(forms.map((form) => form.getAttribute('data-question')));
  const there = questionsIn({ ...mainEdition(course), introduction: [], lessons: [lesson] });
  for (const [index, id] of ids.entries()) {
    const question = there.find((one) => one.id === id);
    if (question) await takeQuestion(sheet, question, deeds(question, index));
  }
  for (const block of lesson.blocks) if (block.kind === 'declaration') await declare(sheet, block.declaration.id);
  if (number === mainEdition(course).lessons.length - 1) await next(sheet);
}

async function takeQuestion(sheet: Sheet, question: Question, deeds: Deeds): Promise<void> {
  const form = formOf(sheet, question.id);
  for (const [number, deed] of deeds.entries()) {
    if (number > 0) await pause(form);
    if (await isSettled(form)) return;
    if (deed === 'hint') await openHint(form);
    else if (deed === 'half-way') await answer(sheet, question, ['a']);
    else await answerFromHere(sheet, question, deed === 'right' ? rightResponse(question) : wrongResponse(question));
  }
}

/** A walk under way is brought to an end first, whichever: what was chosen in it cannot be chosen again. */
async function answerFromHere(sheet: Sheet, question: Question, response: string[]): Promise<void> {
  const form = formOf(sheet, question.id);
  const isUnderWay = (await form.locator('.scene > input[name=response]:not([disabled])').count()) > 0;
  if (isUnderWay) {
    await answer(sheet, question, ['a']);
    await pause(form);
  }
  if (!(await isSettled(form))) await answer(sheet, question, response);
}

/** The second press of a double click is no answer. */
function pause(form: Locator): Promise<void> {
  return form.page().waitForTimeout(550);
}

async function openHint(form: Locator): Promise<void> {
  await form.locator('button[name=hint]:visible').first().click();
}

async function isSettled(form: Locator): Promise<boolean> {
  return (await form.locator(':scope > fieldset:disabled').count()) > 0;
}

async function restart(sheet: Sheet): Promise<void> {
  await sheet.locator('#guide_contents a[data-place="resultat"]').click();
  await sheet.locator('form[data-restart] button').click();
}
