import type { Block } from '@kursdugnad/core/course/course.js';
import type { Question, QuestionOf } from '@kursdugnad/core/course/question.js';
import type { SignedDraft } from './guide-draft.js';
import { numberAnswer } from './number-answer.js';
import type { ChoiceDraft, QuestionDraft, SituationDraft } from './question-draft.js';

/** `isShuffled`: the lesson says that the choices of all its questions are. */
export function questionBlock(draft: QuestionDraft, id: string, isShuffled: boolean): Block {
  const attributes = draft.heading.tail?.attributes;
  const hintCost = Number(attributes?.get('hintpris') ?? 0);
  const shared = {
    id,
    prompt: draft.heading.title,
    ...(draft.situation ? { situation: draft.situation } : {}),
    ...(draft.explanation ? { explanation: draft.explanation } : {}),
    ...(draft.hints.length > 0 ? { hints: draft.hints } : {}),
    ...(draft.hints.length > 0 && hintCost > 0 ? { hintCost } : {}),
    points: Number(attributes?.get('poeng') ?? 1),
    // Of two answers the second would always be right.
    tries: Number(attributes?.get('forsok') ?? (draft.asks === 'true-false' ? 1 : 2)),
  };
  const answers = answersOf(draft, isShuffled || attributes?.has('stokk') === true);
  return { kind: 'question', id, question: { ...shared, ...answers } as Question };
}

export function signedBlock({ kind, heading, text, boxes }: SignedDraft, id: string): Block {
  const { title } = heading;
  if (kind === 'declaration') {
    return { kind, id, declaration: { id, title, text, confirm: boxes[0]?.text ?? '' } };
  }
  if (kind === 'practical') return { kind, id, task: { id, title, text } };
  return { kind, id, reflection: { id, prompt: title, ...(text ? { text } : {}) } };
}

type Answers<Q extends Question = Question> = Q extends Question ? { kind: Q['kind'] } & Partial<Q> : never;

function answersOf(draft: QuestionDraft, isShuffled: boolean): Answers {
  const reactions = {
    ...(draft.whenRight ? { whenRight: draft.whenRight } : {}),
    ...(draft.whenWrong ? { whenWrong: draft.whenWrong } : {}),
  };
  const answer = draft.answerLine?.text ?? '';
  switch (draft.asks) {
    case 'true-false':
      return { kind: 'true-false', answer: /^sant/iu.test(answer), ...reactions };
    case 'numeric':
      return { kind: 'numeric', answer: 0, tolerance: 0, ...numberAnswer(answer), ...reactions };
    case 'sequencing': {
      const items = draft.items.map(({ text }, index) => ({ id: letter(index), text }));
      return { kind: 'sequencing', items, order: items.map(({ id }) => id), ...reactions };
    }
    case 'matching':
      return { ...matching(draft), ...reactions };
    case 'scenario':
      return scenario(draft.situations);
    case 'question': {
      if (draft.answerLine) return { kind: 'fill-in', accepted: draft.answerLine.accepted, ...reactions };
      const isSingle = draft.choices.filter((choice) => choice.ticked).length === 1;
      const choices = draft.choices.map(choiceOf);
      return { kind: isSingle ? 'single' : 'multiple', choices, ...(isShuffled ? { shuffle: true as const } : {}) };
    }
  }
}

function choiceOf(choice: ChoiceDraft, index: number) {
  const feedback = choice.feedback ? { feedback: choice.feedback } : {};
  return { id: letter(index), text: choice.text, correct: choice.ticked === true, ...feedback };
}

/** The same words to the right of several are one target. */
function matching({ pairs }: QuestionDraft): Answers<QuestionOf<'matching'>> {
  const words = [...new Set(pairs.map(({ right }) => right))];
  return {
    kind: 'matching',
    items: pairs.map(({ left, right }, index) => ({
      ...{ id: letter(index), text: left, target: String(words.indexOf(right) + 1) },
    })),
    targets: words.map((text, index) => ({ id: String(index + 1), text })),
  };
}

/** What the best ending gives is what the question gives. */
function scenario(drafts: readonly SituationDraft[]): Answers<QuestionOf<'scenario'>> {
  const situations = drafts.map(({ id, title, text, steps, isEnding, points }) => ({
    ...{ id, title, text },
    points: isEnding ? Number(points ?? 0) : 0,
    steps: steps.map(({ text: words, to, feedback }, index) => ({
      ...{ id: letter(index), text: words, to: to ?? '' },
      ...(feedback ? { feedback } : {}),
    })),
  }));
  return { kind: 'scenario', situations, points: Math.max(0, ...situations.map(({ points }) => points)) };
}

function letter(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}
