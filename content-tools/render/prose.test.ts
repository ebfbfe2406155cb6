import { describe, expect, test } from '@jest/globals';
import { inlineProse, plainWords, prose, type ProsePlace } from './prose.js';

const place: ProsePlace = {
  headingLevel: 2,
  media: (path) => `/m/${path}`,
  inside: (id) => (id === 'alarmen' ? { href: '/guide/alarmen', lesson: 'alarmen' } : null),
  word: (name) => (name === 'avvik' ? 'word_avvik' : null),
  fact: (name) => (name === 'vakt' ? { kind: 'phone', text: '12 34 56 78', about: null } : null),
  tableWord: 'Tabell',
};
const rendered = (markdown: string, more: Partial<ProsePlace> = {}) => prose(markdown, { ...place, ...more }).text;

describe('prose', () => {
  test('reads GitHub’s Markdown', () => {
    const page = rendered('**Fet**, *kursiv*, ~~strøket~~ og `kode`.\n\n- en\n- to\n\n3. tre');
    expect(page).toContain('<strong>Fet</strong>, <em>kursiv</em>, <del>strøket</del> og <code>kode</code>.');
    expect(page).toMatch(/<ul>\s*<li>en<\/li>/u);
    expect(page).toContain('<ol start="3">');
  });

  test.each([
    ['## To', 2, '<h2>To</h2>'],
    ['### Tre', 2, '<h3>Tre</h3>'],
    ['## To', 3, '<h3>To</h3>'],
    ['# En', 2, '<h2>En</h2>'],
    ['<h1>rå</h1>', 3, '<h3>rå</h3>'],
    ['###### Seks', 3, '<h6>Seks</h6>'],
  ])('%s below an h%i', (markdown, headingLevel, expected) => {
    expect(rendered(markdown, { headingLevel })).toBe(expected);
  });

  test('a table scrolls by itself, can be reached by keyboard, and has a name', () => {
    const page = rendered('| *Hva* | Til & fra |\n|---|--:|\n| Pulver | 1 |');
    expect(page).toContain(
      '<div class="table-scroll" role="group" tabindex="0" aria-label="Tabell: Hva, Til &amp; fra">',
    );
    expect(page).toContain('<th scope="col"><em>Hva</em></th>');
    expect(page).toContain('<td align="right">1</td>');
  });

  test('links out, inside and to media', () => {
    expect(rendered('[ut](https://ks.no)')).toContain('<a href="https://ks.no" rel="noopener noreferrer">ut</a>');
    expect(rendered('[inn](#alarmen)')).toContain('<a href="/guide/alarmen" data-place="alarmen">inn</a>');
    expect(rendered('[vedlegg](media/plan.pdf)')).toContain('<a href="/m/media/plan.pdf">vedlegg</a>');
    expect(rendered('[post](mailto:a@solvik.kommune.no)')).toContain('<a href="mailto:a@solvik.kommune.no">');
    expect(rendered('[borte](#finnes-ikke) [rot](/admin) [nabo](//ond.no)')).not.toMatch(/href|data-place/u);
  });

  test('a picture comes from the guide’s own folder or not at all', () => {
    expect(rendered('Se ![kart](media/kart.svg) her')).toContain(
      '<img src="/m/media/kart.svg" alt="kart" loading="lazy"',
    );
    expect(rendered('![spor](https://ond.no/spor.png)')).not.toContain('<img');
    expect(rendered('![opp](media/../../hemmelig.png)')).not.toContain('<img');
    expect(rendered('![data](data:image/svg+xml;base64,AAAA)')).not.toContain('<img');
  });
});

describe('hostile Markdown', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<img src="media/a.png" onerror="alert(1)">',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:msgbox)',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<iframe src="https://ond.no"></iframe>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></math>',
    '<form action="https://ond.no"><input name=passord><button>Send</button></form>',
    '<style>body{display:none}</style>',
    '<p style="position:fixed" class="skip" id="guide_main" onclick="alert(1)">x</p>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<object data="x"></object><embed src="x"><base href="https://ond.no/"><meta http-equiv=refresh content=0>',
    '<a href="https://ks.no" target="_blank" data-place="alarmen" onmouseover="alert(1)">x</a>',
    '![x"onerror="alert(1)](media/a.png "onload=alert(1)")',
    '`</code><script>alert(1)</script>`',
    '<details open ontoggle=alert(1)>x</details>',
  ])('%s', (markdown) => {
    for (const page of [rendered(markdown), inlineProse(markdown, place).text]) {
      const tags = page.match(/<[^>]*>/gu) ?? [];
      expect(tags.join('\n')).not.toMatch(
        /\son\w+=|script|iframe|svg|math|form|input|button|style|object|embed|base|meta/iu,
      );
      expect(tags.join('\n')).not.toMatch(/\s(id|class|style|target)=|javascript:|data:/iu);
    }
    expect(rendered(markdown)).not.toContain('data-place');
  });

  test('words alone are not HTML, and are escaped only where they are written', () => {
    expect(plainWords('Er **5 < 6** & `a`? <script>x</script>')).toBe('Er 5 < 6 & a?');
    expect(plainWords('&lt;b&gt; og &amp;lt;')).toBe('<b> og &lt;');
  });
});
