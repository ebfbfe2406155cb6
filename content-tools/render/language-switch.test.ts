import { expect, it } from '@jest/globals';
import type { Language } from '@kursdugnad/core/course/course.js';
import { answered, aRecord, opened } from '../../test/builders/event-builder.js';
import { aGuidePage } from '../../test/builders/guide-page-builder.js';
import { readCourse } from '../read/read-course.js';
import { guidePage } from './guide-page.js';

/** What a learner has done and where, as the page shows it, without its words. */
function shownIn(page: string) {
  return {
    open: [...page.matchAll(/<section\s+id="([^"]+)"\s+class="place"\s+data-section="[^"]+"\s*>/gu)].map(
      ([, id]) => id,
    ),
    taken: [...page.matchAll(/value="([a-z])"[^>]*checked/gu)].map(([, choice]) => choice),
    marks: [...page.matchAll(/data-choice="([a-z])" data-mark="([^"]+)"/gu)].map(([, choice, mark]) => [choice, mark]),
    verdicts: [...page.matchAll(/data-verdict="([^"]+)"/gu)].map(([, verdict]) => verdict),
    progress: /<progress [^>]*value="(\d+)"/u.exec(page)?.[1],
    blocks: [...page.matchAll(/<(?:div class="(?:text|callout)"|figure) id="([a-z0-9-]+)"/gu)].map(([, id]) => id),
  };
}

it.each(['brannvern', 'taushetsplikt'])(
  'keeps the place and the answers when the language is changed in %s',
  async (slug) => {
    const { course } = await readCourse(`courses/${slug}`);
    if (!course) throw new Error('The guide has errors');
    const lessons = course.editions[0]?.lessons ?? [];
    const [lesson] = lessons.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'question'));
    const questions = lesson?.blocks.flatMap((block) => (block.kind === 'question' ? block.question : [])) ?? [];
    const single = questions.find(({ kind }) => kind === 'single');
    const wrong = single?.kind === 'single' ? single.choices.find(({ correct }) => !correct)?.id : undefined;
    const record = aRecord(opened(lesson?.id ?? ''), answered(single?.id ?? '', wrong ?? ''));
    const shown = (language: Language) => guidePage(aGuidePage({ course, language, record, shown: lesson?.id ?? '' }));
    const [nb, nn] = [shown('nb'), shown('nn')];
    expect(nn).toContain('<html lang="nn">');
    expect(shownIn(nn)).toEqual(shownIn(nb));
    expect(shownIn(nb)).toMatchObject({ open: [lesson?.id], taken: [wrong], verdicts: ['not-yet'] });
    expect(shownIn(nb).blocks.length).toBeGreaterThan(5);
  },
);
