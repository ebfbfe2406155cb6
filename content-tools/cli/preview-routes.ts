import { randomUUID } from 'node:crypto';
import type { ReadCourse } from '../read/course-problem.js';
import { postedEvent } from '../render/posted-event.js';
import { previewFile, type PreviewFile } from './preview-file.js';
import { previewAddress, previewPage, previewPlace } from './preview-page.js';
import { PreviewSessions } from './preview-session.js';

/** What a preview answers: a page or a file, or where to go instead. */
export type PreviewAnswer = PreviewFile | { status: 302 | 303; location: string };

export interface PreviewRoutes {
  get(url: URL): Promise<PreviewAnswer>;
  post(url: URL, body: string): PreviewAnswer;
}

/** `read` gives the guide as it was last saved. */
export function previewRoutes(dir: string, read: () => Promise<ReadCourse>): PreviewRoutes {
  const sessions = new PreviewSessions();
  return {
    get: async (url) => (await previewFile(dir, url.pathname)) ?? showPlace(url, await read(), sessions),
    post: (url, body) => (url.pathname === '/-/hendelser' ? events(url, body, sessions) : form(url, body, sessions)),
  };
}

function showPlace(url: URL, { course, problems }: ReadCourse, sessions: PreviewSessions): PreviewAnswer {
  const place = previewPlace(url);
  if (course && (place.shown === '' || place.tab === '')) {
    const shown = place.shown || (course.editions[0]?.lessons[0]?.id ?? '');
    return { status: 302, location: previewAddress({ ...place, shown, tab: place.tab || randomUUID() }) };
  }
  if (course?.editions[0]?.lessons.some((lesson) => lesson.id === place.shown)) {
    const occurrence = { id: randomUUID(), at: new Date().toISOString() };
    sessions.add(place.tab, { kind: 'opened', ...occurrence, lesson: place.shown });
  }
  const question = url.searchParams.get('mangler');
  const notice = question ? ({ kind: 'no-answer', question } as const) : null;
  const content = previewPage(course, problems, place, sessions.record(place.tab), notice);
  return { status: course ? 200 : 422, type: 'text/html; charset=utf-8', content };
}

function events(url: URL, body: string, sessions: PreviewSessions): PreviewAnswer {
  const report = sessions.receive(previewPlace(url).tab, JSON.parse(body));
  return { status: 200, type: 'application/json', content: JSON.stringify(report) };
}

/** Without the player: takes the form, and shows the lesson again at the question. */
function form(url: URL, body: string, sessions: PreviewSessions): PreviewAnswer {
  const place = previewPlace(url);
  const { event, lesson, question } = postedEvent(new URLSearchParams(body), new Date().toISOString());
  if (event) sessions.add(place.tab, event);
  const back = previewAddress({ ...place, shown: lesson });
  const missing = event || question === '' ? '' : `&mangler=${encodeURIComponent(question)}`;
  return { status: 303, location: `${back}${missing}${question && `#${question}`}` };
}
