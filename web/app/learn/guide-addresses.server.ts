import type { guide } from '@kursdugnad/core/contract/learn.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import { editionIn } from '@kursdugnad/core/course/course-parts.js';
import { type Language, languageSchema } from '@kursdugnad/core/course/course.js';
import type { GuidePage, GuideUrls } from '@kursdugnad/content-tools/render/guide-page.js';
import type { AppLoadContext } from 'react-router';

export type FoundGuide = Answered<typeof guide>;
type Notice = GuidePage['notice'];

/** `?sprak=nn`: this guide in that language, for as long as its links are followed. */
export function languageAsked(request: Request): Language | null {
  const asked = languageSchema.safeParse(new URL(request.url).searchParams.get('sprak'));
  return asked.success ? asked.data : null;
}

/** The language of the page and the addresses of a guide's lessons. The learner's own language is not said in them. */
export function placesOf(found: FoundGuide, learners: Language, request: Request) {
  const asked = languageAsked(request);
  const own = editionIn(found.course, learners).language;
  const language = editionIn(found.course, asked ?? own).language;
  const start = `/guide/${found.registration}`;
  const query = (one: Language) => (one === own ? '' : `?sprak=${one}`);
  // A form says which version it was made in: the guide may have a newer one before it is sent.
  const form = new URLSearchParams({ ...(language === own ? {} : { sprak: language }), utgave: found.version.hash });
  return {
    language,
    place: (place: string, one: Language) => `${start}/${place}${query(one)}`,
    action: `${start}?${form.toString()}`,
  };
}

/** Where everything else of a guide's page is. */
export function filesOf(
  found: Pick<FoundGuide, 'registration' | 'version'>,
  { assets }: AppLoadContext,
): Omit<GuideUrls, 'place' | 'action'> {
  const media = `/api/versions/${found.version.hash}/`;
  return {
    home: '/mine-guider',
    events: `/api/registrations/${found.registration}/events`,
    media: (path) => media + path.split('/').map(encodeURIComponent).join('/'),
    accessibility: '/tilgjengelighet',
    ...assets,
  };
}

/** The version that a form was made in; undefined where the address does not say. */
export function versionIn(request: Request): string | undefined {
  const version = new URL(request.url).searchParams.get('utgave');
  return version !== null && /^[0-9a-f]{64}$/u.test(version) ? version : undefined;
}

/** The same place again, now in the newer version: in another run where everybody is to take the guide again. */
export function inNewVersion(now: string, before: string, request: Request): string {
  const { pathname, search } = new URL(request.url);
  return now === before ? pathname + search : `/guide/${now}`;
}

const notices = { 'uten-svar': 'no-answer', 'ikke-lagret': 'not-saved' } as const;

/** The way back from a form, with what became of it. */
export function withNotice(back: URL, notice: Notice): string {
  if (notice?.kind === 'not-saved') back.searchParams.set('melding', 'ikke-lagret');
  if (notice?.kind === 'no-answer') {
    back.searchParams.set('melding', 'uten-svar');
    back.searchParams.set('oppgave', notice.question);
  }
  return back.pathname + back.search + back.hash;
}

export function noticeIn(request: Request): Notice {
  const { searchParams } = new URL(request.url);
  const kind = Object.entries(notices).find(([word]) => word === searchParams.get('melding'))?.[1];
  if (kind === 'no-answer') return { kind, question: searchParams.get('oppgave') ?? '' };
  return kind ? { kind } : null;
}
