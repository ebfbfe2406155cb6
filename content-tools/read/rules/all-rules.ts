import { answerPatternRules } from './answer-pattern-rules.js';
import { declarationRules } from './declaration-rules.js';
import { editionRules } from './edition-rules.js';
import { fileRules } from './file-rules.js';
import { frontMatterRules } from './front-matter-rules.js';
import { imageRules } from './image-rules.js';
import { lessonRules } from './lesson-rules.js';
import { linkRules } from './link-rules.js';
import { mediaRules } from './media-rules.js';
import { questionRules } from './question-rules.js';
import { readingEaseRules } from './reading-ease-rules.js';
import type { Rule } from './rule.js';
import { textRules } from './text-rules.js';

/** Everything `kurs check` looks for, in the order of the manual. */
export const allRules: readonly Rule[] = [
  ...fileRules,
  ...frontMatterRules,
  ...lessonRules,
  ...textRules,
  ...linkRules,
  ...imageRules,
  ...mediaRules,
  ...questionRules,
  ...answerPatternRules,
  ...declarationRules,
  ...editionRules,
  ...readingEaseRules,
];
