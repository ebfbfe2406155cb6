import { guide as guideConversation, recordEvents, startGuide } from '@kursdugnad/core/contract/learn.js';
import { whoAmI } from '@kursdugnad/core/contract/login.js';
import { guidePage } from '@kursdugnad/content-tools/render/guide-page.js';
import { postedEvent } from '@kursdugnad/content-tools/render/posted-event.js';
import { redirect } from 'react-router';
import type { Route } from './+types/guide.js';
import { api } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { orErrorDocument } from '../frame/error-document.server.js';
import {
  filesOf,
  inNewVersion,
  languageAsked,
  noticeIn,
  placesOf,
  versionIn,
  withNotice,
} from './guide-addresses.server.js';
import { isPlace, placeToGoOn, withOpened } from './guide-place.server.js';

/** The guide's page: whole HTML from the server, with the player's script and nothing of the app. */
export function loader({ request, params, context }: Route.LoaderArgs) {
  return orErrorDocument(request, context, async () => {
    const { registration } = params;
    const client = api(request, context);
    const [found, { language }] = await Promise.all([
      client.call(guideConversation, { registration }),
      client.call(whoAmI, {}),
    ]);
    if (found.newer) {
      const { registration: now } = await client.call(startGuide, { course: found.courseId });
      return redirect(inNewVersion(now, registration, request));
    }
    const places = placesOf(found, language, request);
    const shown = params.lesson;
    if (shown === undefined || !isPlace(found.course, shown)) {
      return redirect(places.place(placeToGoOn(found), places.language));
    }
    const page = guidePage({
      course: found.course,
      language: places.language,
      record: await withOpened(found, shown, request, client),
      shown,
      facts: found.facts,
      registration,
      notice: noticeIn(request),
      news: found.news,
      version: found.version.hash,
      urls: { ...places, ...filesOf(found, context) },
      newId: () => crypto.randomUUID(),
    });
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
  });
}

/** A form sent without the player: records what it says and goes back to where it stood. */
export function action({ request, params, context }: Route.ActionArgs) {
  return orErrorDocument(request, context, async () => {
    const { registration } = params;
    const form = await request.formData();
    const { event, lesson, question } = postedEvent(form, new Date().toISOString());
    const asked = languageAsked(request);
    const back = new URL(`/guide/${registration}/${lesson}`, request.url);
    if (asked) back.searchParams.set('sprak', asked);
    back.hash = question || formText(form, 'declaration') || formText(form, 'task');
    const notTaken = question ? { kind: 'no-answer' as const, question } : { kind: 'not-saved' as const };
    if (!event) return redirect(withNotice(back, notTaken), 303);
    const events = [{ ...event, version: versionIn(request) }];
    const answer = await api(request, context).call(recordEvents, { registration, events });
    return redirect(withNotice(back, answer.refused.length > 0 ? notTaken : null), 303);
  });
}
