import { expect, it } from '@jest/globals';
import { readCourseFiles } from '../read-course.js';
import { aGuide, drawing, film, translated } from './example.js';

// Every defect stands where the sign ¤ is, in a guide that is otherwise as it should be.

const question = (rest: string, tail = '{#nar}') => `## Spørsmål: Når? ${tail}\n\n${rest}`;
const right = '- [x] Før maten.\n  > Riktig.';
const wrong = '- [ ] Aldri.\n  > Jo.';
const fine = 'Vask hendene.';
const many = (text: string, count: number) => Array.from({ length: count }, () => text).join(' ');

const media = {
  'media/hand.svg': drawing,
  'media/stor.png': png(6000),
  'media/foto.png': png(800),
  'media/vask.mp4': film,
  'media/kari.mp3': Buffer.from('4944330300000000', 'hex'),
  'media/instruks.pdf': '%PDF-1.7\n',
};

function png(width: number): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.writeUInt32BE(0x89504e47, 0);
  bytes.writeUInt32BE(width, 16);
  return bytes;
}

const inLesson: [rule: string, written: string][] = [
  ['raw-html', 'Vask ¤<b>alltid</b> hendene.'],
  ['raw-html', '- Vask\n  - ¤<!-- husk såpe --> godt\n- Tørk'],
  ['callout-unknown', `${fine}\n\n¤> [!NB]\n> Bruk såpe.`],
  ['callout-empty', '¤> [!HUSK]\n\nBruk såpe.'],
  ['callout-without-title', `${fine}\n\n¤> [!MER]\n> Bruk såpe.`],
  ['callout-steps', '¤> [!STEG] Vask\n> Bruk såpe.'],
  ['word-name-taken', '> [!ORD] Avvik\n> Galt.\n\n¤> [!ORD] Avvik\n> Feil.'],
  ['table-without-header', `${fine}\n\n¤| Før maten | ja |\n| Etter maten | nei |`],
  ['table-header-empty', '¤| | Vask |\n|---|---|\n| Før maten | ja |'],
  ['table-row-headers', '¤| Når | Vask |\n|---|---|\n| **Før** | ja |\n| Etter | nei |'],
  ['table-caption-alone', `¤Tabell: Når\n\n${fine}`],
  ['boxes-outside-question', '## Spørsmål\n\n¤- [ ] Før\n- [x] Etter'],
  ['link-definition', `${fine}\n\n¤[1]: https://example.no/instruks`],
  ['link-empty', 'Les ¤[instruksen]().'],
  ['link-scheme', 'Les\nså ¤[instruksen](file:///C:/instruks.pdf).'],
  ['link-target-missing', 'Les ¤[om tørking](#tork).'],
  ['link-text', 'Instruksen er ¤[her](https://example.no/a).'],
  ['link-bare-address', 'Les ¤https://example.no/instruks.'],
  ['link-insecure', '> Les ¤[instruksen](http://example.no/a).'],
  ['link-same-text', 'Les [instruksen](https://example.no/a) og ¤[instruksen](https://example.no/b).'],
  ['download-in-text', 'Les ¤[instruksen](media/instruks.pdf) først.'],
  ['image-elsewhere', '¤![En hånd.](https://example.no/hand.svg)'],
  ['media-missing', `${fine}\n\n¤![En fot.](media/fot.svg)`],
  ['image-type', '¤![Instruksen.](media/instruks.pdf)'],
  ['alt-missing', '¤![](media/hand.svg "Såpe først")'],
  ['alt-file-name', '¤![hand.svg](media/hand.svg)'],
  ['alt-image-of', '¤![Bilde av en hånd.](media/hand.svg)'],
  ['alt-long', `¤![${many('En hånd under springen.', 15)}](media/hand.svg)`],
  ['alt-same-as-caption', '¤![Såpe først](media/hand.svg "Såpe først")'],
  ['picture-credit', '¤![En hånd.](media/foto.png "Såpe først")'],
  ['rights-reserved', `${fine} ¤© Såpefabrikken.`],
  ['film-in-text', 'Se ¤![Film: vask.](media/vask.mp4) først.'],
  ['film-without-captions', `${fine}\n\n¤![Film: vask.](media/vask.mp4)`],
  ['film-without-transcript', '¤![Film: vask.](media/vask.mp4)'],
  ['audio-without-transcript', '¤![Lyd: Kari.](media/kari.mp3)'],
  ['audio-in-text', 'Hør ¤![Lyd: Kari.](media/kari.mp3) her.'],
  ['audio-without-name', '¤![](media/kari.mp3)'],
  ['heading-empty', `${fine}\n\n¤##\n\n${fine}`],
  ['heading-level', `¤### Møteplassen\n\n${fine}`],
  ['heading-full-stop', `¤## Møteplassen.\n\n${fine}`],
  ['heading-long', `¤## ${many('Møteplassen', 9)}\n\n${fine}`],
  ['heading-repeated', `## Hjemme\n\n${fine}\n\n¤## Hjemme\n\n${fine}`],
  ['id-not-here', `## Møteplassen ¤{#motested}\n\n${fine}`],
  ['bold-as-heading', `¤**Slik gjør du**\n\n${fine}`],
  ['list-by-hand', '¤• såpe\n• vann'],
  ['list-of-one', '¤- Bruk såpe.'],
  ['capital-letters', '¤VASK ALLTID HENDENE før maten.'],
  ['paragraph-long', `${fine}\n\n¤${many('Vask hendene før du lager mat.', 20)}`],
  ['sentence-long', `- Vask.\n- ¤Du vasker hendene ${many('og du tørker dem godt', 8)} før du går.`],
  ['heavy-word', `${fine}\n\n> ¤Vask i henhold til rutinen.`],
  ['abbreviation', '¤Bruk f.eks. såpe.'],
  ['passage-language', `${fine}\n\n¤Remember to wash your hands before you start with the food.`],
  ['colour-only', '¤Trykk på den røde knappen.'],
  ['place-only', '¤Se bildet til høyre.'],
  ['left-over', '¤TODO: spørre Kari.'],
  ['word-twice', '¤Vask hendene før før maten.'],
  ['fact-undeclared', 'Si fra til ¤{{varslingskanal}}.'],
  ['block-id-duplicate', `${fine} <!--#k3f9b-->\n\n¤Tørk dem. <!--#k3f9b-->`],
  ['question-without-answers', `¤${question(fine)}`],
  ['too-few-choices', `¤${question(right)}`],
  ['no-right-answer', `¤${question(`${wrong}\n- [ ] Nei.\n  > Jo.`)}`],
  ['all-answers-right', `¤${question(`${right}\n${right}`)}`],
  ['choice-without-box', question(`${right}\n¤- Etter jobb.\n  > Nei.`)],
  ['choice-empty', question(`${right}\n¤- [ ]\n  > Nei.`)],
  ['feedback-missing', question(`${right}\n¤- [ ] Aldri.`)],
  ['text-after-answers', question(`${right}\n${wrong}\n\n¤Og tørk.`)],
  ['attribute-unknown', question(`${right}\n${wrong}`, '¤{#nar farge=1}')],
  ['attribute-invalid', question(`${right}\n${wrong}`, '¤{#nar forsok=0}')],
  ['answer-longest', question(`¤- [x] Før maten, etter doen og hver gang de er skitne.\n  > Ja.\n${wrong}`)],
  ['declaration-box', `¤## Erklæring: Løfte {#lofte}\n\n${fine}`],
  ['declaration-ticked', `## Erklæring: Løfte {#lofte}\n\n${fine}\n\n¤- [x] Jeg lover.`],
];

const wholeGuides: [rule: string, written: string][] = [
  ['block-id-missing', `# Vask {#vask}\n\n${fine} <!--#k3f9b-->\n\n¤Tørk dem.`],
  ['lesson-empty', '¤# Vask {#vask}\n\n# Tørk {#tork}\n\nTørk dem.'],
  ['id-missing', `¤# Vask\n\n${fine}`],
  ['id-malformed', `# Vask ¤{#Vask hendene}\n\n${fine}`],
  ['id-reserved', `# Resultat ¤{#resultat}\n\n${fine}`],
  ['id-duplicate', `# Vask {#vask}\n\n${fine}\n\n# Tørk ¤{#vask}\n\n${fine}`],
  ['title-repeated', `¤# Hender {#hender}\n\n${fine}`],
  ['lesson-long', `¤# Vask {#vask}\n\n${Array.from({ length: 9 }, () => many(fine, 45)).join('\n\n')}`],
  [
    'lesson-hard-to-read',
    `¤# Vask {#vask}\n\n${many('Virksomhetens håndhygienetiltak dokumenteres fortløpende.', 15)}`,
  ],
  ['passive', '¤# Vask {#vask}\n\nHendene skal vaskes. Såpe må brukes. Ringer bør tas av.'],
];

function expectAt(rule: string, written: string): void {
  const { files } = aGuide(written, media);
  const marked = files.get('guide.md')?.toString() ?? '';
  const before = marked.slice(0, marked.indexOf('¤')).split('\n');
  const cleaned = new Map([...files, ['guide.md', Buffer.from(marked.replaceAll('¤', ''))]]);
  const { problems } = readCourseFiles('hender', cleaned);
  const found = problems.filter((problem) => problem.rule === rule && problem.file === 'guide.md');
  expect(found.map(({ line, column }) => [line, column])).toContainEqual([
    before.length,
    (before.at(-1)?.length ?? 0) + 1,
  ]);
}

it.each(inLesson)('%s is found at its line and column: %j', expectAt);
it.each(wholeGuides)('%s is found at its line and column: %j', (rule, written) =>
  expectAt(rule, `# Inn {#inn}\n\nVelkommen. <!--#w3bkd-->\n\n${written}`),
);

it.each([
  ['field-missing', /^publisher: .*\n/mu, '', 1],
  ['field-unknown', /^topics/mu, 'emner: x\ntopics', 8],
  ['field-invalid', /minutes: 3/u, 'minutes: mange', 5],
  ['licence-unknown', /CC-BY-4.0/u, 'fri', 6],
  ['language-unknown', /language: nb/u, 'language: norsk', 4],
  ['title-too-long', /title: Hender/u, `title: ${'Hender '.repeat(20)}`, 2],
  ['pass-without-questions', /^topics/mu, 'pass: 80\ntopics', 8],
  ['minutes-implausible', /minutes: 3/u, 'minutes: 90', 5],
  ['fact-unused', /^topics/mu, 'facts:\n  vakt:\n    description: Nummeret\ntopics', 9],
  ['fact-malformed', /^topics/mu, 'facts:\n  Vakt:\n    description: Nummeret\ntopics', 9],
  ['acceptance-malformed', /^topics/mu, 'accepted:\n  - rule: alt-missing\n    by: Kari\ntopics', 9],
])('%s is found on its line at the top', (rule, from, to, line) => {
  const text = aGuide(fine).files.get('guide.md')?.toString() ?? '';
  const { problems } = readCourseFiles('hender', new Map([['guide.md', Buffer.from(text.replace(from, to))]]));
  expect(problems.filter((problem) => problem.rule === rule).map((problem) => problem.line)).toContain(line);
});

it.each([
  ['translation-part-unknown', '# Vask {#vask}\n\nVask.\n\n¤# Tørk {#tork}\n\nTørk.'],
  ['translation-block-unknown', '# Vask {#vask}\n\nVask. <!--#k3f9b-->\n\n¤- såpe\n- vatn'],
  ['translation-stale', '# Vask {#vask}\n\n¤Vask dei. <!--#k3f9b=00000000-->'],
  ['translation-unrecorded', '¤# Vask {#vask}\n\nVask dei. <!--#k3f9b=00000000-->'],
])('%s is found on its line in the translation', (rule, written) => {
  const text = `${translated}\n${written}\n`;
  const line = text.slice(0, text.indexOf('¤')).split('\n').length;
  const { files } = aGuide('# Vask {#vask}\n\nVask hendene. <!--#k3f9b-->', { 'guide.nn.md': text.replace('¤', '') });
  const found = readCourseFiles('hender', files).problems.filter(({ file }) => file === 'guide.nn.md');
  expect(found.filter((problem) => problem.rule === rule).map((problem) => problem.line)).toEqual([line]);
});

it.each([
  ['svg-contrast', '<text x="20" y="60" font-size="32" fill="#9fb8bd">Såpe</text>'],
  ['svg-text-small', '<text x="20" y="60" font-size="9" fill="#000">Såpe</text>'],
])('%s is found on its line in the drawing', (rule, text) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 200">\n<title>Såpe</title>\n${text}\n</svg>`;
  const { files } = aGuide('![Såpe.](media/sape.svg)', { 'media/sape.svg': svg });
  const found = readCourseFiles('hender', files).problems.find((problem) => problem.rule === rule);
  expect(found).toMatchObject({ file: 'media/sape.svg', line: 3, column: 1 });
});
