import { ApiProblem } from '@kursdugnad/core/contract/client.js';
import { data } from 'react-router';
import type { z } from 'zod';
import type { NotDone } from '../ui/kept-form.js';

/** What was typed, for the form to keep. Files are left out; of several values with one name the last stands. */
function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

/** An action's answer to a no from api that the form can mend. Everything else is thrown on, to the error page. */
export function notDone(error: unknown, form: FormData) {
  if (!(error instanceof ApiProblem)) throw error;
  const { detail, title, problems = [] } = error.details;
  const list =
    problems.length > 0 ? problems.map(({ at, message }) => ({ at, message })) : [{ at: '', message: detail ?? title }];
  return data<NotDone>({ problems: list, typed: typedIn(form) }, { status: error.status });
}

/** The same for what the page's own schema found. `say` puts each issue in the reader's words. */
export function notUnderstood(error: z.ZodError, form: FormData, say: (field: string) => string) {
  const fields = [...new Set(error.issues.map((issue) => String(issue.path[0] ?? '')))];
  const problems = fields.map((at) => ({ at, message: say(at) }));
  return data<NotDone>({ problems, typed: typedIn(form) }, { status: 422 });
}
