import type { GuidePage, GuideUrls } from '@kursdugnad/content-tools/render/guide-page.js';
import { emptyRecord } from '@kursdugnad/core/runtime/recording.js';
import { aCourse } from './course-builder.js';

export function guideUrls(overrides: Partial<GuideUrls> = {}): GuideUrls {
  return {
    home: '/mine',
    place: (place, language) => `/guide/r1/${place}?sprak=${language}`,
    action: '/guide/r1',
    events: '/guide/r1/events',
    media: (path) => `/guide/r1/${path}`,
    script: '/player.js',
    style: '/guide.css',
    ...overrides,
  };
}

/** The first lesson of a course that nobody has begun. Ids are numbered. */
export function aGuidePage(overrides: Partial<GuidePage> = {}): GuidePage {
  let ids = 0;
  const course = overrides.course ?? aCourse();
  return {
    course,
    language: 'nb',
    record: emptyRecord,
    shown: course.editions[0]?.lessons[0]?.id ?? '',
    registration: '6f1c1f4e-7a53-4f0e-9a3c-0d6a1d5c7c01',
    urls: guideUrls(),
    newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    ...overrides,
  };
}
