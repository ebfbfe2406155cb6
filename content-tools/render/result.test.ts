import { describe, expect, test } from '@jest/globals';
import { aCourse, aDeclaration, aLesson, anEdition, aQuestion, asking } from '../../test/builders/course-builder.js';
import { answered, aRecord, declared, opened } from '../../test/builders/event-builder.js';
import { aGuidePage } from '../../test/builders/guide-page-builder.js';
import { guidePage } from './guide-page.js';

const course = aCourse({
  editions: [
    anEdition({
      lessons: [
        aLesson({ blocks: [asking(aQuestion({ prompt: 'Hva **først**?' })), asking(aQuestion({ id: 'to' }))] }),
        aLesson({ id: 'slokke', title: 'Slokke & la være', blocks: [aDeclaration()] }),
      ],
    }),
  ],
});
const result = (...happenings: Parameters<typeof aRecord>) => {
  const text = guidePage(aGuidePage({ course, shown: 'resultat', record: aRecord(...happenings) }));
  return /<section\s+id="resultat"[^]*?<\/section>/u.exec(text)?.[0].replaceAll(/\s+/gu, ' ') ?? '';
};

describe('the result', () => {
  test('says in one sentence what is missing, with the way to it', () => {
    const text = result(opened('alarmen'), answered('to', 'b'));
    expect(text).toContain('Ikke ferdig ennå');
    expect(text).toContain(
      'Du er ferdig når du har lest én leksjon til, svart på ett spørsmål og bekreftet én erklæring.',
    );
    expect(text).toContain('href="/guide/r1/alarmen?sprak=nb#royk" data-place="alarmen">Svar på «Hva først?»</a>');
    expect(text).toContain('data-place="slokke">Les «Slokke &amp; la være»</a>');
    expect(text).not.toContain('Bekreft «');
    expect(text).toContain('Så langt har du 1 av 2 poeng.');
  });

  test('below the pass mark: why, and the questions again', () => {
    const text = result(
      ...[opened('alarmen'), opened('slokke'), declared('erklaering')],
      ...[answered('royk', 'b'), answered('to', 'a'), answered('to', 'c')],
    );
    expect(text).toContain('Du fikk 50 %, og du trenger 80 % for å bestå.');
    expect(text).toMatch(/<form[^>]*data-restart="alarmen"/u);
    expect(text).toContain('Ta spørsmålene på nytt');
  });

  test('below the pass mark with something unread: both, and what is unread is the main thing', () => {
    const text = result(opened('alarmen'), answered('royk', 'b'), answered('to', 'a'));
    expect(text).toContain('Du er ferdig når du har lest én leksjon til og bekreftet én erklæring.');
    expect(text).toContain('<button class="button" type="submit">Ta spørsmålene på nytt</button>');
  });

  test('done', () => {
    const all = [
      opened('alarmen'),
      opened('slokke'),
      declared('erklaering'),
      answered('royk', 'b'),
      answered('to', 'b'),
    ];
    const text = result(...all);
    expect(text).toContain('● </span> Ferdig'.replace('● ', '●'));
    expect(text).toContain('Du fikk 2 av 2 poeng, det er 100 %.');
    expect(text).toContain('<a class="button main" href="/mine">Mine guider</a>');
    expect(text).not.toContain('Ta spørsmålene på nytt');
  });
});
