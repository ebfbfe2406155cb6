import { describe, expect, it } from '@jest/globals';
import { readCourseFiles } from '../read/read-course.js';
import { aGuide, drawing } from '../read/rules/example.js';
import { aGuidePage } from '../../test/builders/guide-page-builder.js';
import { guidePage, type GuidePage } from './guide-page.js';

const media = {
  'media/hand.svg': drawing,
  'media/sjekkliste.pdf': `%PDF-1.7\n${' '.repeat(240 * 1024)}`,
  'media/kari.mp3': Buffer.from('4944330300000000', 'hex'),
  'media/kari.nb.txt': 'Kari: Ring {{vakt}}.',
};
const facts = `facts:
  vakt:
    description: Nummeret til vakta
    kind: phone
    default: 12 34 56 78
  kanal:
    description: Hvem du varsler til
`;

function pageOf(written: string, more: Partial<GuidePage> = {}): string {
  const top = (aGuide('').files.get('guide.md')?.toString() ?? '').split('---')[1] ?? '';
  const whole = `---${top}${facts}---\n\n# Vask {#vask}\n\nRing {{vakt}} og {{kanal}}.\n\n${written}`;
  const { course, problems } = readCourseFiles('hender', aGuide(whole, media).files);
  if (!course) throw new Error(JSON.stringify(problems));
  const page = guidePage(aGuidePage({ course, shown: 'vask', ...more }));
  return page.slice(page.indexOf('<main'), page.indexOf('<script type="application/json"')).replaceAll(/\s+/gu, ' ');
}

it('folds text that only some will read', () => {
  const page = pageOf('> [!MER] Hva sier *loven*?\n> Den sier noe.\n>\n> - en\n> - to');
  expect(page).toMatch(/<details class="folding" id="[a-z0-9]{5}"> <summary>Hva sier <em>loven<\/em>\?<\/summary>/u);
  expect(page).toContain('<li>to</li>');
});

it('explains a word where it stands and where it is linked to, and not inside a choice', () => {
  const page = pageOf(
    '> [!ORD] Årsmøte\n> Et møte.\n\nKom på [årsmøtet](#arsmote).\n\n## Spørsmål: Når? {#nar}\n\n- [x] På [årsmøtet](#arsmote).\n  > Ja.\n- [ ] Aldri.\n  > Jo.',
  );
  expect(page).toContain('<button type="button" class="term" popovertarget="word_arsmote">årsmøtet</button>');
  expect(page).toContain('<div class="word-note prose" id="word_arsmote" popover role="note">');
  expect(page).toContain('<span>På årsmøtet.</span>');
});

it('numbers steps', () => {
  const page = pageOf('> [!STEG] Slik gjør du\n> 1. Bruk **såpe**.\n> 2. Tørk.');
  expect(page).toMatch(
    /<section class="steps" id="(\w+)" aria-labelledby="\1_title"> <p class="steps-title" id="\1_title">Slik gjør du/u,
  );
  expect(page).toMatch(/<li><p>Bruk <strong>såpe<\/strong>\.<\/p><\/li>/u);
});

it('names tables and their rows', () => {
  const page = pageOf('Tabell: Når du *vasker*\n\n| Når | Vask |\n|---|---|\n| **Før** | ja |\n| **Etter** | nei |');
  expect(page).toContain('aria-label="Tabell: Når du vasker"');
  expect(page).toContain('<table><caption> Når du <em>vasker</em> </caption>');
  expect(page).toContain('<tr><th scope="row">Før</th> <td>ja</td>');
});

it('says who is quoted', () => {
  const page = pageOf('> Jeg visste det ikke.\n>\n> — Kari, *vikar*');
  expect(page).toContain('<blockquote><p>Jeg visste det ikke.</p></blockquote> <figcaption>– Kari, <em>vikar</em>');
});

it('says what there is to download, and how large it is', () => {
  const page = pageOf('[Sjekkliste](media/sjekkliste.pdf "Til å henge opp")');
  expect(page).toMatch(/<a href="\/guide\/r1\/media\/sjekkliste\.pdf" download/u);
  expect(page).toContain('(PDF, 240 kB)');
  expect(page).toContain('<p>Til å henge opp</p>');
});

it('gives sound in words too, with the local facts in', () => {
  const page = pageOf('![Lyd: Kari forteller.](media/kari.mp3 "Kari")');
  expect(page).toContain('<audio controls preload="metadata" aria-label="Lyd: Kari forteller."');
  expect(page).toContain('<p>Kari: Ring 12 34 56 78.</p>');
});

it('says what language words are in', () => {
  expect(pageOf('Si [How are you?](lang:en) først.')).toContain('<span lang="en">How are you?</span>');
});

describe('local facts', () => {
  const hostile = `<img src=x onerror=alert(1)> **fet** [a](javascript:alert) "'&`;

  it('are what the municipality says, as text and nothing more', () => {
    const page = pageOf('Tekst.', { facts: { vakt: '+47 22 33 44 55', kanal: hostile } });
    expect(page).toContain('<a href="tel:+4722334455">+47 22 33 44 55</a>');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; **fet** [a](javascript:alert) &quot;&#39;&amp;');
    expect(page).not.toContain('<img src=x');
  });

  it('are no links where they only pretend to be', () => {
    const page = pageOf('Tekst.', { facts: { vakt: 'javascript:alert(1)', kanal: 'x' } });
    expect(page).toContain('<span class="fact">javascript:alert(1)</span>');
  });

  it('stay within the attribute they are put in', () => {
    const page = pageOf('![Ring {{vakt}} eller {{kanal}}.](media/hand.svg)', {
      facts: { kanal: '" onload="alert(1)' },
    });
    expect(page).toContain('alt="Ring 12 34 56 78 eller &quot; onload=&quot;alert(1)."');
  });

  it('are marked in a preview, with what they ask for', () => {
    expect(pageOf('Tekst.', { marksFacts: true })).toContain(
      '<span class="fact" data-local title="Kommunen fyller inn selv: Nummeret til vakta">',
    );
    expect(pageOf('Tekst.')).not.toContain('data-local');
  });
});
