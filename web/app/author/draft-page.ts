import { showDraft } from '@kursdugnad/core/contract/authoring.js';
import { whoAmI } from '@kursdugnad/core/contract/login.js';
import { editionIn } from '@kursdugnad/core/course/course-parts.js';
import type { Course, Language } from '@kursdugnad/core/course/course.js';
import { shuffledWhole } from '@kursdugnad/core/runtime/drawing.js';
import { emptyRecord } from '@kursdugnad/core/runtime/recording.js';
import { guidePage, guidePolicy } from '@kursdugnad/content-tools/render/guide-page.js';
import { postedEvent } from '@kursdugnad/content-tools/render/posted-event.js';
import { type AppLoadContext, redirect } from 'react-router';
import type { Route } from './+types/draft-page.js';
import { orErrorDocument } from '../frame/error-document.server.js';
import { languageAsked } from '../learn/guide-addresses.server.js';
import { isPlace } from '../learn/guide-place.server.js';
import { api } from '../server/api.server.js';
import { wordsIn } from '../words/all.server.js';
import { notYetPage } from './not-yet-page.server.js';

/** A draft as a learner would see it, in the frame beside its text. Nothing is saved. */
export function loader({ request, params, context }: Route.LoaderArgs) {
  return orErrorDocument(request, context, async () => {
    const client = api(request, context);
    const [{ course }, me] = await Promise.all([
      client.call(showDraft, { draft: params.draft }),
      client.call(whoAmI, {}),
    ]);
    const page = course
      ? shownPage(course, params, request, context, me.language)
      : notYetPage(wordsIn(me.language), context.assets.style);
    return new Response(page, { headers: framed });
  });
}

/** A form sent without the player: nothing is kept, so the page comes back as it was. */
export async function action({ request, params }: Route.ActionArgs) {
  const { lesson } = postedEvent(await request.formData(), new Date().toISOString());
  return redirect(addressOf(params.draft, lesson, languageAsked(request) ?? 'nb'), 303);
}

/** The only pages of ours that stand in a frame, and only in one of ours. */
const framed = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': guidePolicy,
  'x-frame-options': 'SAMEORIGIN',
};

function shownPage(
  course: Course,
  { draft, lesson }: { draft: string; lesson?: string | undefined },
  request: Request,
  { assets }: AppLoadContext,
  readers: Language,
): string {
  const edition = editionIn(course, languageAsked(request) ?? readers);
  const number = Number(new URL(request.url).searchParams.get('nr') ?? 0);
  const asked = edition.lessons[Math.min(Math.max(0, number || 0), edition.lessons.length - 1)]?.id ?? '';
  const shown = lesson !== undefined && isPlace(course, lesson) ? lesson : asked;
  const media = `/api/drafts/${draft}/files/`;
  return guidePage({
    course: shuffledWhole(course, draft),
    language: edition.language,
    record: emptyRecord,
    shown,
    registration: null,
    urls: {
      home: addressOf(draft, edition.lessons[0]?.id ?? '', edition.language),
      homeName: edition.title,
      events: null,
      place: (place, language) => addressOf(draft, place, language),
      action: addressOf(draft, '', edition.language),
      media: (path) => media + path.split('/').map(encodeURIComponent).join('/'),
      ...assets,
    },
    newId: () => crypto.randomUUID(),
  });
}

function addressOf(draft: string, shown: string, language: Language): string {
  const start = `/mine-kurs/utkast/${draft}/side`;
  return `${shown === '' ? start : `${start}/${shown}`}?sprak=${language}`;
}
