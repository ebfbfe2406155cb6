import type { Block, Course } from '@kursdugnad/core/course/course.js';
import { mainEdition, questionsOf } from '@kursdugnad/core/course/course-parts.js';
import type { Missing, Standing } from '@kursdugnad/core/runtime/standing.js';
import { eventFields } from './event-fields.js';
import type { Place } from '../guide-data.js';
import { html, type Html, type Part } from './html.js';
import { percent, type LiveWords } from './live-words.js';

export interface ResultView {
  /** With titles and prompts as plain words, from `outlineInWords`. */
  outline: Course;
  standing: Standing;
  words: LiveWords;
  href(place: Place, anchor?: string): string;
  home: string | null;
  homeName?: string | undefined;
  /** Where the form that takes the questions again is sent, and the event's id. */
  action: string;
  restartId: string;
}

/** How it went: done, or what is missing with the way to it. The server and the player write the same. */
export function resultBody(view: ResultView): Html {
  const { standing, words } = view;
  const outcome = standing.completed
    ? html`<p class="outcome" data-outcome="completed"><span aria-hidden="true">●</span> ${words.completed}</p>`
    : html`<p class="outcome" data-outcome="open">
        <span aria-hidden="true">${standing.mayRestart ? '▲' : '◐'}</span>
        ${standing.mayRestart ? words.notPassed : words.notCompleted}
      </p>`;
  return html`${outcome}${scoreLine(view)}${standing.completed ? goHome(view) : whatRemains(view)}`;
}

function scoreLine({ outline, standing, words }: ResultView): Part {
  const { score } = standing;
  if (!score) return null;
  const questions = questionsOf(mainEdition(outline));
  const all = questions.every((question) => standing.questions[question.id]?.response);
  const passMark = outline.passMark === undefined ? null : percent(outline.passMark);
  const got = percent(score.scaled);
  if (standing.mayRestart) return html`<p>${words.belowPassMark(got, passMark ?? 0)}</p>`;
  const text = all ? words.score(score.raw, score.max, got) : words.scoreSoFar(score.raw, score.max);
  return html`<p>${text}${passMark !== null && !standing.completed && ` ${words.passMark(passMark)}`}</p>`;
}

/** Something is missing, or the pass mark, or both: then what is missing comes first. */
function whatRemains(view: ResultView): Html {
  const remains = view.standing.missing.some((missing) => missing.kind !== 'pass-mark');
  return html`${remains && missingPart(view)}${view.standing.mayRestart && restartForm(view, !remains)}`;
}

function goHome({ home, homeName, words }: ResultView): Part {
  return (
    home !== null &&
    html`<p class="result-action"><a class="button main" href="${home}">${homeName ?? words.home}</a></p>`
  );
}

/** Leads back to the first lesson with a question. */
function restartForm({ outline, words, action, restartId }: ResultView, isMain: boolean): Html {
  const { introduction, lessons } = mainEdition(outline);
  const asks = (blocks: Block[]) => blocks.some((block) => block.kind === 'question');
  const place = (asks(introduction) ? lessons[0] : lessons.find((lesson) => asks(lesson.blocks)))?.id ?? '';
  return html`<form class="restart" method="post" action="${action}" data-restart="${place}">
    ${eventFields('restarted', restartId, place)}
    <p>${words.restartKeeps}</p>
    <p class="result-action"><button class="button${isMain && ' main'}" type="submit">${words.restart}</button></p>
  </form>`;
}

function missingPart(view: ResultView): Html {
  const { standing, words } = view;
  const count = (kind: Missing['kind']) => standing.missing.filter((missing) => missing.kind === kind).length;
  const links = missingLinks(view);
  const [first] = links;
  return html`<p>
      ${words.missing({ lessons: count('lesson'), questions: count('question'), declarations: count('declaration'), tasks: count('task') })}
    </p>
    <ul class="missing">
      ${links.map(({ place, href, text }) => html`<li><a href="${href}" data-place="${place}">${text}</a></li>`)}
    </ul>
    ${first && html`<p class="result-action"><a class="button main" href="${first.href}" data-place="${first.place}">${words.goOn}</a></p>`}`;
}

/** A lesson not yet opened stands for the questions in it: one line for each thing to do next. */
function missingLinks({ outline, standing, words, href }: ResultView) {
  const edition = mainEdition(outline);
  const first = edition.lessons[0]?.id ?? '';
  const unopened = new Set(standing.missing.flatMap((missing) => (missing.kind === 'lesson' ? [missing.lesson] : [])));
  const names = namesIn(edition);
  return standing.missing.flatMap((missing) => {
    if (missing.kind === 'pass-mark') return [];
    const place = missing.lesson ?? first;
    const name = (id: string) => names.get(id) ?? id;
    if (missing.kind === 'lesson') return [{ place, href: href(place), text: words.openLesson(name(place)) }];
    if (unopened.has(place)) return [];
    const [id, text] = whatToDo(missing, words, name);
    return [{ place, href: href(place, id), text }];
  });
}

function whatToDo(
  missing: Extract<Missing, { kind: 'question' | 'declaration' | 'task' }>,
  words: LiveWords,
  name: (id: string) => string,
): [string, string] {
  if (missing.kind === 'question') return [missing.question, words.answerQuestion(name(missing.question))];
  if (missing.kind === 'declaration') return [missing.declaration, words.confirmDeclaration(name(missing.declaration))];
  const say = missing.state === 'requested' ? words.awaitTask : words.requestTask;
  return [missing.task, say(name(missing.task))];
}

function namesIn(edition: Course['editions'][number]): Map<string, string> {
  const blocks = [...edition.introduction, ...edition.lessons.flatMap((lesson) => lesson.blocks)];
  const names = new Map(edition.lessons.map((lesson) => [lesson.id, lesson.title]));
  for (const block of blocks) {
    if (block.kind === 'question') names.set(block.id, block.question.prompt);
    if (block.kind === 'declaration') names.set(block.id, block.declaration.title);
    if (block.kind === 'practical') names.set(block.id, block.task.title);
  }
  return names;
}
