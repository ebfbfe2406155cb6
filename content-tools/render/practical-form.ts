import type { PracticalTask } from '@kursdugnad/core/course/course.js';
import { taskState } from '@kursdugnad/core/runtime/standing.js';
import type { GuideView } from './guide-view.js';
import { eventFields } from './live/event-fields.js';
import { flag, headingOf, html, type Html } from './live/html.js';
import { isTaskOpen, taskLine, taskVerdict } from './live/task-parts.js';
import { inlineProse, prose } from './prose.js';

/** Something to do at work: the learner asks for the sign-off here, and a leader gives it elsewhere. */
export function practicalForm(view: GuideView, task: PracticalTask, lesson: string): Html {
  const { words, language, page } = view;
  const state = taskState(page.record, task.id);
  return html`<form
    class="practical"
    id="${task.id}"
    method="post"
    autocomplete="off"
    action="${page.urls.action}"
    data-task="${task.id}"
  >
    ${eventFields('requested', page.newId(), lesson, { task: task.id })}
    <p class="form-word">${words.practical}</p>
    ${headingOf(view.prose.headingLevel, inlineProse(task.title, view.prose))} ${prose(task.text, view.prose)}
    <p class="verdict" role="status" tabindex="-1" data-verdict="${taskVerdict(state)}">
      ${taskLine(page.record, task.id, language)}
    </p>
    <div class="answer-row" ${flag('hidden', !isTaskOpen(state))}>
      <button class="button" type="submit">${words.requestSignOff}</button>
    </div>
  </form>`;
}
