import type { Block, Course, Lesson } from '../course/course.js';
import type { Question } from '../course/question.js';

/**
 * The course as one learner meets it: the questions drawn, and what is shuffled in this learner's order. Everything else
 * in this folder is asked about the drawn course. `seed` is the registration: the same seed draws the same, in every
 * language and every world, and what is drawn already stays as it is. Ids of answers never change. `met`: questions this learner was
 * asked in an earlier version, which are drawn before others, the first ones first.
 */
export function drawnFor(course: Course, seed: string, met: readonly string[] = []): Course {
  const isAlike = course.editions.every(
    ({ introduction, lessons }) =>
      !introduction.some(hasChance) && !lessons.some(({ draw, blocks }) => draw ?? blocks.some(hasChance)),
  );
  if (isAlike) return course;
  const shuffled = (block: Block): Block =>
    block.kind === 'question' ? { ...block, question: shuffledFor(block.question, seed) } : block;
  return {
    ...course,
    editions: course.editions.map((edition) => ({
      ...edition,
      introduction: edition.introduction.map(shuffled),
      lessons: edition.lessons.map((lesson) => ({ ...lesson, blocks: drawnBlocks(lesson, seed, met).map(shuffled) })),
    })),
  };
}

/** All that may be asked, in an order a learner might meet it in: for those who look through a course. */
export function shuffledWhole(course: Course, seed: string): Course {
  const undrawn = ({ draw: _draw, ...lesson }: Lesson): Lesson => lesson;
  const editions = course.editions.map((edition) => ({ ...edition, lessons: edition.lessons.map(undrawn) }));
  return drawnFor({ ...course, editions }, seed);
}

function hasChance(block: Block): boolean {
  if (block.kind !== 'question') return false;
  const { question } = block;
  if (question.kind === 'single' || question.kind === 'multiple') return question.shuffle === true;
  return question.kind === 'sequencing' || question.kind === 'matching';
}

/** In reading order all the same: only which ones is left to chance. */
function drawnBlocks({ id, blocks, draw }: Lesson, seed: string, met: readonly string[]): Block[] {
  if (draw === undefined) return blocks;
  const questions = inChanceOrder(
    blocks.filter(({ kind }) => kind === 'question'),
    `${seed} ${id}`,
  );
  const known = met.flatMap((one) => questions.find((block) => block.id === one) ?? []);
  const drawn = new Set([...new Set([...known, ...questions])].slice(0, draw));
  return blocks.filter((block) => block.kind !== 'question' || drawn.has(block));
}

function shuffledFor(question: Question, seed: string): Question {
  const own = `${seed} ${question.id}`;
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.shuffle ? { ...question, choices: inChanceOrder(question.choices, own) } : question;
    case 'matching':
      return { ...question, targets: inChanceOrder(question.targets, own) };
    case 'sequencing': {
      const items = inChanceOrder(question.items, own);
      const isRight = items.every(({ id }, index) => id === question.order[index]);
      return { ...question, items: isRight ? [...items.slice(1), ...items.slice(0, 1)] : items };
    }
    default:
      return question;
  }
}

/** Each by the number its own id gives: where it stood before does not matter. */
function inChanceOrder<T extends { id: string }>(list: readonly T[], seed: string): T[] {
  const numbered = list.map((one) => ({ one, number: chance(`${seed} ${one.id}`) }));
  return numbered.sort((a, b) => a.number - b.number || (a.one.id < b.one.id ? -1 : 1)).map(({ one }) => one);
}

/** A number from 0 to 2³² that looks random, always the same for the same text: FNV-1a, mixed as in MurmurHash3. */
function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
