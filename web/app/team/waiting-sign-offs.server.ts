import type { WaitingSignOff } from '@kursdugnad/core/contract/teams.js';
import { plainWords } from '@kursdugnad/content-tools/render/prose.js';

/** With the names of the tasks as words, which authors write as Markdown. */
export function inPlainWords(signOffs: WaitingSignOff[]): WaitingSignOff[] {
  return signOffs.map((one) => ({ ...one, task: { ...one.task, title: plainWords(one.task.title) } }));
}
