import type { Tokens } from 'marked';
import { namedHeadings } from '../guide-draft.js';
import { localPath, mediaUses, type MediaUse } from '../media-uses.js';
import { readable, type Reading } from '../reading.js';
import { plainText } from '../plain-text.js';
import { stableIds } from '../stable-ids.js';
import { aGuide } from './example.js';
import { placeIn, type Finding, type Rule } from './rule.js';

const manual = 'Tekst, lister, tabeller og sitater';

const emptyLink: Rule = {
  id: 'link-empty',
  severity: 'error',
  says: 'Lenken mangler tekst eller adresse.',
  mend: 'Skriv teksten i hakeparentes og adressen i vanlig parentes: [branninstruksen](https://…).',
  manual,
  find: inLinks(({ href, token }) => href.trim() === '' || plainText(token.tokens).trim() === ''),
  fails: aGuide('Les [instruksen]().'),
  passes: aGuide('Les [instruksen](https://example.no/instruks).'),
};

const linkScheme: Rule = {
  id: 'link-scheme',
  severity: 'error',
  says: 'Lenken går til noe som ikke er en nettside.',
  mend: 'Lenker kan begynne med https://, http://, mailto: eller tel:, eller gå til en fil i media-mappa.',
  manual,
  find: inLinks(({ href }) => href.trim() !== '' && schemeOf(href) === 'refused'),
  fails: aGuide('Les [instruksen](file:///C:/instruks.pdf).'),
  passes: aGuide('Skriv til [vakta](mailto:vakt@example.no) eller ring [110](tel:110).'),
};

const linkElsewhere: Rule = {
  id: 'link-target-missing',
  severity: 'error',
  says: 'Lenken går til noe som ikke finnes i guiden.',
  mend: 'Legg fila i media-mappa og lenk til media/navnet. Til en annen leksjon lenker du med det faste navnet: (#alarmen).',
  manual,
  find: linksToNowhere,
  fails: aGuide('Les [instruksen](instruks.pdf).'),
  passes: aGuide('Les [om vask](#vask) på nytt.'),
};

const sayingNothing = new Set([
  ...['her', 'klikk her', 'trykk her', 'les mer', 'les mer her', 'se her', 'mer', 'lenke', 'link', 'denne', 'dette'],
  ...['les meir', 'les meir her', 'sjå her', 'trykk her', 'lenkje', 'here', 'click here', 'read more', 'more', 'this'],
]);

const linkText: Rule = {
  id: 'link-text',
  severity: 'warning',
  says: 'Teksten i lenken sier ikke hvor den går.',
  mend: 'La lenken hete det den fører til. Mange som bruker skjermleser, hører lenkene uten teksten rundt.',
  manual,
  find: inLinks(({ token }) =>
    sayingNothing.has(
      plainText(token.tokens)
        .replace(/[\s.!:»«]+/gu, ' ')
        .trim()
        .toLowerCase(),
    ),
  ),
  fails: aGuide('Instruksen finner du [her](https://example.no/instruks).'),
  passes: aGuide('Les [branninstruksen](https://example.no/instruks).'),
};

/** What kind of address it is. Character references could hide a scheme, so they are refused before the path begins. */
function schemeOf(href: string): 'web' | 'local' | 'refused' {
  const [beforePath = ''] = href.split(/[/?#]/u);
  if (/&(#|[a-z]+;?)/iu.test(beforePath) || /[\p{Cc}\s\\]/u.test(href.trim())) return 'refused';
  if (/^(https?:\/\/[^/]|mailto:.|tel:\+?[0-9])/iu.test(href)) return 'web';
  if (href.startsWith('#')) return 'local';
  return localPath(href) === null ? 'refused' : 'local';
}

function linksToNowhere(reading: Reading): Finding[] {
  return readable(reading).flatMap((guide) => {
    const ids = new Set(stableIds(guide, reading.main).values());
    const known = namedHeadings(guide).length > 0 ? ids : new Set<string>();
    return mediaUses(guide)
      .filter(({ how, href }) => how === 'link' && href.trim() !== '' && schemeOf(href) === 'local')
      .filter(({ href, path }) => (href.startsWith('#') ? !known.has(href.slice(1)) : !reading.files.has(path ?? '')))
      .map((use) => ({
        at: placeIn(guide, use),
        says: `Lenken går til «${use.href.slice(0, 80)}», som ikke finnes i guiden.`,
      }));
  });
}

function inLinks(isBroken: (use: MediaUse & { token: Tokens.Link }) => boolean) {
  return (reading: Reading): Finding[] =>
    readable(reading).flatMap((guide) =>
      mediaUses(guide)
        .filter((use) => use.how === 'link' && isBroken(use as MediaUse & { token: Tokens.Link }))
        .map((use) => ({ at: placeIn(guide, use) })),
    );
}

export const linkRules = [emptyLink, linkScheme, linkElsewhere, linkText];
