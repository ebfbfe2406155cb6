import { acceptanceRules } from './acceptance-rules.js';
import { answerPatternRules } from './answer-pattern-rules.js';
import { answerWordingRules } from './answer-wording-rules.js';
import { blockIdRules } from './block-id-rules.js';
import { blockRules } from './block-rules.js';
import { declarationRules } from './declaration-rules.js';
import { editionRules } from './edition-rules.js';
import { audioRules } from './audio-rules.js';
import { factRules } from './fact-rules.js';
import { fileRules } from './file-rules.js';
import { frontMatterRules } from './front-matter-rules.js';
import { imageRules } from './image-rules.js';
import { lessonRules } from './lesson-rules.js';
import { linkRules } from './link-rules.js';
import { lookRules } from './look-rules.js';
import { mediaRules } from './media-rules.js';
import { plainLanguageRules } from './plain-language-rules.js';
import { questionRules } from './question-rules.js';
import { readingEaseRules } from './reading-ease-rules.js';
import { drawRules } from './draw-rules.js';
import { hintRules } from './hint-rules.js';
import { orderRules } from './order-rules.js';
import { practicalRules } from './practical-rules.js';
import { scenarioRules } from './scenario-rules.js';
import { shortAnswerRules } from './short-answer-rules.js';
import type { Rule } from './rule.js';
import { stateRules } from './state-rules.js';
import { structureRules } from './structure-rules.js';
import { textRules } from './text-rules.js';
import { wideTableRules } from './wide-table-rules.js';

const rulesOfGuides: readonly Rule[] = [
  ...fileRules,
  ...frontMatterRules,
  ...lessonRules,
  ...structureRules,
  ...textRules,
  ...blockRules,
  ...wideTableRules,
  ...plainLanguageRules,
  ...linkRules,
  ...imageRules,
  ...lookRules,
  ...audioRules,
  ...mediaRules,
  ...questionRules,
  ...answerPatternRules,
  ...answerWordingRules,
  ...shortAnswerRules,
  ...orderRules,
  ...scenarioRules,
  ...hintRules,
  ...drawRules,
  ...declarationRules,
  ...practicalRules,
  ...editionRules,
  ...blockIdRules,
  ...factRules,
  ...readingEaseRules,
  ...stateRules,
];

/** Everything `kurs check` looks for, in the order of the manual. */
export const allRules: readonly Rule[] = [...rulesOfGuides, ...acceptanceRules(rulesOfGuides)];
