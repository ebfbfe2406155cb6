import type { Question } from '@kursdugnad/core/course/question.js';
import type { GuideView } from './guide-view.js';
import { html, type Html } from './live/html.js';
import { verdictLine } from './live/question-parts.js';
import type { QuestionView } from './live/question-view.js';

/** Where the result of an answer is said, and where the player moves the focus. */
export function verdict(view: GuideView, question: Question, now: QuestionView): Html {
  const { notice, words } = { ...view.page, words: view.words };
  const asked = notice?.kind === 'no-answer' && notice.question === question.id;
  const line = asked ? words.answerFirst[question.kind] : now.verdict && verdictLine(question, now.verdict, words);
  return html`<p
    class="verdict"
    role="status"
    tabindex="-1"
    data-verdict="${asked ? 'no-answer' : (now.verdict ?? '')}"
  >
    ${line}
  </p>`;
}
