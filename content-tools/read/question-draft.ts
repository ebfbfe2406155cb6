import type { HeadingDraft, Placed, QuestionWord } from './heading-draft.js';

export interface ChoiceDraft extends Placed {
  text: string;
  /** Null where the item has no tick box. */
  ticked: boolean | null;
  feedback: string | null;
  /** Something stands in the item that is neither the answer nor a quote. */
  hasMore: boolean;
}

export interface QuestionDraft extends Placed {
  kind: 'question';
  asks: QuestionWord;
  heading: HeadingDraft;
  situation: string;
  choices: ChoiceDraft[];
  /** Lists with tick boxes after the first one: usually because a quote was not indented. */
  furtherLists: Placed[];
  /** `text` is what stands after `Svar:`, `accepted` what of it stands in code. */
  answerLine: (Placed & { text: string; accepted: string[] }) | null;
  /** The numbered list of a `Rekkefølge`. */
  items: ItemDraft[];
  /** The rows of a `Par`. */
  pairs: PairDraft[];
  /** The situations of a `Valg`; the first has no heading of its own. */
  situations: SituationDraft[];
  whenRight: string | null;
  whenWrong: string | null;
  hints: string[];
  explanation: string;
  /** Text after the answers that is not a quote. */
  strays: Placed[];
}

export interface ItemDraft extends Placed {
  text: string;
  /** Something stands in the item besides its own line. */
  hasMore: boolean;
}

export interface PairDraft extends Placed {
  left: string;
  right: string;
  /** How many cells the row has. */
  cells: number;
}

export interface SituationDraft extends Placed {
  id: string;
  title: string;
  /** Its heading begins with `Slutt:`. */
  isEnding: boolean;
  /** As written after `poeng=`. */
  points: string | null;
  /** What else stands in its braces. */
  unknown: string[];
  text: string;
  steps: StepDraft[];
  strays: Placed[];
}

export interface StepDraft extends Placed {
  text: string;
  /** The id that the link leads to; null where the item is not one link. */
  to: string | null;
  feedback: string | null;
}

/** A question before anything under its heading is read. */
export function emptyQuestion(heading: HeadingDraft, asks: QuestionWord): QuestionDraft {
  return {
    ...{ kind: 'question', asks, heading, line: heading.line, column: heading.column },
    ...{ situation: '', choices: [], furtherLists: [], answerLine: null, items: [], pairs: [], situations: [] },
    ...{ whenRight: null, whenWrong: null, hints: [], explanation: '', strays: [] },
  };
}
