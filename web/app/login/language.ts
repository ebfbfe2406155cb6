import { chooseLanguage } from '@kursdugnad/core/contract/login.js';
import { languageSchema } from '@kursdugnad/core/course/course.js';
import { redirect } from 'react-router';
import type { Route } from './+types/language.js';
import { plainApi } from '../server/api.server.js';
import { languageCookieHeader } from '../server/language.server.js';
import { hasSession } from '../server/session.server.js';
import { wayBack } from '../server/way-back.server.js';

/** Keeps the language in this browser, and for the person signed in wherever they sign in next. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const language = languageSchema.catch('nb').parse(form.get('sprak'));
  if (hasSession(request, context)) {
    // Where the session has ended the browser's own choice still holds.
    await plainApi(request, context)
      .call(chooseLanguage, { language })
      .catch(() => undefined);
  }
  const headers = { 'set-cookie': languageCookieHeader(language, context.secureCookie) };
  return redirect(wayBack(form.get('til'), '/'), { status: 303, headers });
}

export function loader() {
  return redirect('/');
}
