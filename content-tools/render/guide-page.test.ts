import { describe, expect, test } from '@jest/globals';
import type { Course } from '@kursdugnad/core/course/course.js';
import {
  aCourse,
  aDeclaration,
  aFillIn,
  aLesson,
  anEdition,
  aQuestion,
  asking,
  aText,
} from '../../test/builders/course-builder.js';
import { answered, aRecord, declared, opened } from '../../test/builders/event-builder.js';
import { aGuidePage, guideUrls } from '../../test/builders/guide-page-builder.js';
import { guidePage, type GuidePage } from './guide-page.js';

const page = (overrides: Partial<GuidePage> = {}) => guidePage(aGuidePage(overrides));
const withBlocks = (...blocks: Course['editions'][number]['lessons'][number]['blocks']) =>
  aCourse({ editions: [anEdition({ lessons: [aLesson({ blocks })] })] });
/** A section of the page, from its tag to the end tag. */
const section = (text: string, id: string) =>
  new RegExp(`<section\\s+id="${id}"[^]*?</section>`, 'u').exec(text)?.[0] ?? '';
/** The page without what is hidden and without tags: what a learner without the player reads. */
const seen = (text: string) =>
  text
    .replaceAll(/<(section|div|p)\b[^>]*\shidden[^>]*>[^]*?<\/\1>/gu, '')
    .replaceAll(/<script[^]*?<\/script>/gu, '')
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ');

describe('a guide’s page', () => {
  test('shows one lesson and holds them all', () => {
    const text = page({ shown: 'slokke' });
    expect(section(text, 'alarmen')).toMatch(/^<section[^>]*\shidden/u);
    expect(section(text, 'slokke')).not.toMatch(/^<section[^>]*\shidden/u);
    expect(section(text, 'resultat')).toMatch(/^<section[^>]*\shidden/u);
    expect(text).toContain('<title>Slokke – Brannvern på jobben</title>');
    expect(text).toContain('Leksjon 2 av 2');
  });

  test('each place has one h1, so one is seen at a time', () => {
    const course = aCourse({ editions: [anEdition({ introduction: [aText('Velkommen.', 'innledning')] })] });
    const text = page({ course });
    for (const id of ['alarmen', 'slokke', 'resultat']) expect(section(text, id).match(/<h1/gu)).toHaveLength(1);
    expect(text.match(/<h1/gu)).toHaveLength(3);
    expect(section(text, 'alarmen')).toMatch(
      /<h1 tabindex="-1">Brannvern på jobben<\/h1>[^]*Velkommen\.[^]*<h2[^>]*>Når alarmen går</u,
    );
  });

  test('back and forth are real links, and the last leads to the result', () => {
    expect(section(page(), 'alarmen')).not.toContain('rel="prev"');
    expect(section(page(), 'alarmen')).toMatch(/rel="next"\s+href="\/guide\/r1\/slokke\?sprak=nb"/u);
    expect(section(page(), 'slokke')).toMatch(/rel="next"\s+href="\/guide\/r1\/resultat\?sprak=nb"/u);
  });

  test('an unknown place shows the first lesson', () => {
    expect(section(page({ shown: 'finnes-ikke' }), 'alarmen')).not.toMatch(/^<section[^>]*\shidden/u);
  });

  test('the other language keeps the lesson', () => {
    const nynorsk = anEdition({ language: 'nn', title: 'Brannvern på jobb' });
    const course = aCourse({ editions: [anEdition(), nynorsk] });
    const text = page({ course, shown: 'slokke' });
    expect(text).toMatch(/hreflang="nn"[^>]*href="\/guide\/r1\/slokke\?sprak=nn"/u);
    const inNynorsk = page({ course, shown: 'slokke', language: 'nn' });
    expect(inNynorsk).toContain('<html lang="nn">');
    expect(inNynorsk).toContain('Guidane mine');
    expect(page({ shown: 'slokke', language: 'en' })).toContain('<html lang="nb">');
    expect(page()).not.toContain('hreflang');
  });

  test('nothing in it is inline script, inline style or an event handler', () => {
    const blocks = [
      aText('<b onclick="x()">hei</b>'),
      aText('<style>*{}</style><script>x()</script>'),
      asking(aQuestion()),
    ];
    const text = page({ course: withBlocks(...blocks) });
    expect(text.match(/<script[^>]*>/gu)).toEqual([
      '<script src="/player.js" defer>',
      '<script type="application/json" id="guide-data">',
    ]);
    expect(text).not.toMatch(/<[^>]*\s(on\w+|style)=/iu);
    expect(text).not.toContain('<style');
  });

  test('what authors and addresses say is escaped everywhere', () => {
    const bad = `</script><script>x("'&`;
    const course: Course = {
      ...withBlocks(
        asking(aQuestion({ prompt: bad, choices: aChoices(bad) })),
        aDeclaration(),
        { kind: 'figure', id: 'bilde', src: 'media/a.png', alt: bad, caption: bad },
        { kind: 'video', id: 'film', src: 'media/a.mp4', alt: bad, caption: bad, captions: [], transcript: bad },
      ),
      publisher: bad,
    };
    const edition = { ...course.editions[0]!, title: bad, sources: [bad] };
    edition.lessons = edition.lessons.map((lesson) => ({ ...lesson, title: bad }));
    const text = page({
      course: { ...course, editions: [edition] },
      urls: guideUrls({ media: (path) => `/m/${path}"` }),
    });
    expect(text.match(/<script/gu)).toHaveLength(2);
    expect(text.match(/<\/script>/gu)).toHaveLength(2);
    expect(text).not.toContain('a.png""');
    const data = /id="guide-data">([^]*?)<\/script>/u.exec(text)?.[1] ?? '';
    expect(data).not.toContain('<');
    expect(JSON.parse(data).outline.publisher).toBe(bad);
  });

  test('footer: who made it, on what terms, from what', () => {
    const text = page({ urls: guideUrls({ accessibility: '/tilgjengelighet' }) });
    expect(seen(text)).toContain('Laget av Solvik kommune');
    expect(seen(text)).toContain('Kommunens branninstruks');
    expect(text).toContain('https://creativecommons.org/licenses/by/4.0/deed.no');
    expect(text).toContain('href="/tilgjengelighet"');
  });

  test('a preview says that nothing is saved', () => {
    expect(seen(page({ registration: null }))).toContain('Ingenting blir lagret');
    expect(seen(page())).not.toContain('Ingenting blir lagret');
  });
});

function aChoices(text: string) {
  return ['a', 'b'].map((id) => ({ id, text, correct: id === 'b', feedback: text }));
}

describe('blocks', () => {
  test('a callout says its kind in words', () => {
    const text = page({ course: withBlocks({ kind: 'callout', id: 'husk', tone: 'eksempel', markdown: 'Slik.' }) });
    expect(text).toMatch(/data-tone="eksempel"[^]*<p class="callout-word">Eksempel<\/p>[^]*<p>Slik\.<\/p>/u);
  });

  test('a figure and a film', () => {
    const captions = [
      { language: 'nb' as const, src: 'media/film.nb.vtt' },
      { language: 'nn' as const, src: 'media/film.nn.vtt' },
    ];
    const film = {
      kind: 'video' as const,
      id: 'film',
      src: 'media/film.mp4',
      alt: 'Slik',
      captions,
      transcript: 'Ett.\n\nTo.',
    };
    const figure = { kind: 'figure' as const, id: 'plan', src: 'media/plan.svg', alt: 'Plan', caption: 'Andre etasje' };
    const text = page({ course: withBlocks(figure, film) });
    expect(text).toMatch(/<img src="\/guide\/r1\/media\/plan\.svg" alt="Plan" loading="lazy"/u);
    expect(text).toContain('<figcaption>Andre etasje</figcaption>');
    expect(text).toMatch(/<video\s+controls\s+preload="metadata"\s+playsinline\s+aria-label="Slik"/u);
    expect(text).toMatch(/<track[^>]*srclang="nb"[^>]*\sdefault/u);
    expect(text).not.toMatch(/<track[^>]*srclang="nn"[^>]*\sdefault/u);
    expect(text).toMatch(/<summary>Filmen i ord<\/summary>\s*<p>Ett\.<\/p><p>To\.<\/p>/u);
  });

  test('a declaration is confirmed once, and shows when', () => {
    const course = withBlocks(aDeclaration());
    expect(seen(page({ course }))).toContain('Jeg har lest den. Bekreft');
    const done = page({ course, record: aRecord(opened('alarmen'), declared('erklaering')) });
    expect(seen(done)).toContain('Bekreftet 3. februar 2026');
    expect(done).toMatch(/data-declaration="erklaering"[^]*?<fieldset\s+disabled/u);
  });
});

describe('without the player', () => {
  const course = aCourse();
  const form = (overrides: Partial<GuidePage>) =>
    seen(section(page({ course, shown: 'slokke', ...overrides }), 'slokke'));

  test('a question is a form that can be sent', () => {
    const text = section(page({ shown: 'slokke' }), 'slokke');
    expect(text).toMatch(/<form[^>]*method="post"[^>]*action="\/guide\/r1"/u);
    for (const field of ['kind" value="answered', 'question" value="royk', 'lesson" value="slokke'])
      expect(text).toContain(`name="${field}"`);
    expect(text).toMatch(/name="id" value="00000000-0000-4000-8000-\d{12}"/u);
    expect(text).toMatch(/<fieldset[^>]*>\s*<legend>[^]*<h2>Du lukter røyk\. Hva gjør du først\?<\/h2>/u);
    expect(form({})).toContain('Du har 2 forsøk.');
  });

  test('nothing is told before it is earned', () => {
    for (const secret of ['Riktig', 'Da går det minutter', 'Da er hjelpen på vei'])
      expect(form({})).not.toContain(secret);
  });

  test('a wrong answer with tries left tells about that answer only', () => {
    const text = form({ record: aRecord(opened('slokke'), answered('royk', 'a')) });
    expect(text).toContain('✗ Ditt svar er ikke riktig Da går det minutter.');
    expect(text).toContain('✗ Ikke riktig ennå.');
    expect(text).toContain('Svar på nytt Du har ett forsøk igjen.');
    expect(text).not.toContain('Da er hjelpen på vei');
  });

  test('after the last try the right answer is marked in words, and the form is closed', () => {
    const record = aRecord(opened('slokke'), answered('royk', 'a'), answered('royk', 'c'));
    expect(form({ record })).toContain('✓ Riktig svar Da er hjelpen på vei.');
    expect(form({ record })).toContain('✗ Det var ikke riktig.');
    expect(form({ record })).not.toContain('Svar på nytt');
    expect(section(page({ record }), 'slokke')).toMatch(/<fieldset\s+disabled/u);
  });

  test('a written answer', () => {
    const written = withBlocks(asking(aFillIn()));
    const after = (...given: string[]) =>
      seen(
        section(
          page({ course: written, record: aRecord(...given.map((text) => answered('nummer', text))) }),
          'alarmen',
        ),
      );
    expect(after('112')).not.toContain('Det er 110');
    expect(after('112', '113')).toContain('Riktig svar: 110 Det er 110.');
    expect(after('112', '110.')).toContain('✓ Riktig. Ja, 110 går rett til brannvesenet.');
  });

  test('an answer that was sent empty is asked for', () => {
    expect(form({ notice: { kind: 'no-answer', question: 'royk' } })).toContain('Velg et svar først.');
  });
});
