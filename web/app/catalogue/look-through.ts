import { lookThrough } from '@kursdugnad/core/contract/catalogue.js';
import { whoAmI } from '@kursdugnad/core/contract/login.js';
import { editionIn } from '@kursdugnad/core/course/course-parts.js';
import type { Language } from '@kursdugnad/core/course/course.js';
import { shuffledWhole } from '@kursdugnad/core/runtime/drawing.js';
import { emptyRecord } from '@kursdugnad/core/runtime/recording.js';
import { guidePage } from '@kursdugnad/content-tools/render/guide-page.js';
import { postedEvent } from '@kursdugnad/content-tools/render/posted-event.js';
import { redirect } from 'react-router';
import type { Route } from './+types/look-through.js';
import { orErrorDocument } from '../frame/error-document.server.js';
import { filesOf, languageAsked } from '../learn/guide-addresses.server.js';
import { isPlace, placeToGoOn } from '../learn/guide-place.server.js';
import { api } from '../server/api.server.js';
import { wordsIn } from '../words/all.server.js';

/** A guide as a learner would see it, for those who consider using it. Nothing is saved. */
export function loader({ request, params, context }: Route.LoaderArgs) {
  return orErrorDocument(request, context, async () => {
    const client = api(request, context);
    const [{ course, version, facts }, me] = await Promise.all([
      client.call(lookThrough, { course: params.course }),
      client.call(whoAmI, {}),
    ]);
    const { language } = editionIn(course, languageAsked(request) ?? me.language);
    const place = (shown: string, one: Language) => addressOf(params.course, shown, one);
    const shown = params.lesson;
    if (shown === undefined || !isPlace(course, shown)) {
      return redirect(place(placeToGoOn({ course, record: emptyRecord }), language));
    }
    const page = guidePage({
      course: shuffledWhole(course, params.course),
      language,
      record: emptyRecord,
      shown,
      facts,
      marksFacts: true,
      registration: null,
      urls: {
        ...filesOf({ registration: '', version }, context),
        home: `/katalog/${params.course}`,
        homeName: wordsIn(language).catalogue.title,
        events: null,
        place,
        action: addressOf(params.course, '', language),
      },
      newId: () => crypto.randomUUID(),
    });
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
  });
}

/** A form sent without the player: nothing is kept, so the page comes back as it was. */
export async function action({ request, params }: Route.ActionArgs) {
  const { lesson } = postedEvent(await request.formData(), new Date().toISOString());
  return redirect(addressOf(params.course, lesson, languageAsked(request) ?? 'nb'), 303);
}

function addressOf(course: string, shown: string, language: Language): string {
  const start = `/katalog/${course}/gjennomsyn`;
  return `${shown === '' ? start : `${start}/${shown}`}?sprak=${language}`;
}
