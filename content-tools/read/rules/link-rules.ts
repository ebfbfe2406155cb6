import type { Tokens } from 'marked';
import { calloutKind } from '../build-plain-block.js';
import { blocksIn, namedHeadings, questionsIn, type GuideDraft } from '../guide-draft.js';
import { localPath, mediaUses, type MediaUse } from '../media-uses.js';
import { readable, type Reading } from '../reading.js';
import { plainText } from '../plain-text.js';
import { idFromTitle, stableIds } from '../stable-ids.js';
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
  if (/^lang:[a-z]{2,3}(-[a-z]{2,4})?$/iu.test(href)) return 'web';
  if (/^(https?:\/\/[^/]|mailto:.|tel:\+?[0-9])/iu.test(href)) return 'web';
  if (href.startsWith('#')) return 'local';
  return localPath(href) === null ? 'refused' : 'local';
}

function linksToNowhere(reading: Reading): Finding[] {
  return readable(reading).flatMap((guide) => {
    const ids = new Set(stableIds(guide, reading.main).values());
    const known = new Set([...(namedHeadings(guide).length > 0 ? ids : []), ...wordNames(guide)]);
    const steps = new Set(stepsIn(guide).map(({ line }) => line));
    return mediaUses(guide)
      .filter(({ line }) => !steps.has(line))
      .filter(({ how, href }) => how === 'link' && href.trim() !== '' && schemeOf(href) === 'local')
      .filter(({ href, path }) => (href.startsWith('#') ? !known.has(href.slice(1)) : !reading.files.has(path ?? '')))
      .map((use) => ({
        at: placeIn(guide, use),
        says: `Lenken går til «${use.href.slice(0, 80)}», som ikke finnes i guiden.`,
      }));
  });
}

/** The links of a scenario lead to its own situations, and have rules of their own. */
function stepsIn(guide: GuideDraft) {
  return questionsIn(guide).flatMap(({ situations }) => situations.flatMap(({ steps }) => steps));
}

function inLinks(isBroken: (use: MediaUse & { token: Tokens.Link }) => boolean) {
  return (reading: Reading): Finding[] =>
    readable(reading).flatMap((guide) =>
      mediaUses(guide)
        .filter((use) => use.how === 'link' && isBroken(use as MediaUse & { token: Tokens.Link }))
        .map((use) => ({ at: placeIn(guide, use) })),
    );
}

/** What the words of the guide's own list are called in links. */
function wordNames(guide: GuideDraft): string[] {
  return blocksIn(guide).flatMap((block) =>
    block.kind === 'callout' && calloutKind(block.word) === 'word' ? [idFromTitle(block.title)] : [],
  );
}

const bareAddress: Rule = {
  id: 'link-bare-address',
  severity: 'warning',
  says: 'Lenken vises som en lang adresse, og blir lest opp tegn for tegn.',
  mend: 'Skriv hva siden heter: [branninstruksen](https://…).',
  manual,
  find: inLinks(({ token }) => /^(https?:\/\/|www\.)\S+$/iu.test(plainText(token.tokens).trim())),
  fails: aGuide('Les mer på https://example.no/instruks/hender.'),
  passes: aGuide('Les [instruksen om hender](https://example.no/instruks/hender).'),
};

const insecure: Rule = {
  id: 'link-insecure',
  severity: 'warning',
  says: 'Lenken begynner med http:// og er ikke kryptert.',
  mend: 'Prøv med https://. Virker det, bruker du det.',
  manual,
  find: inLinks(({ href }) => /^http:\/\//iu.test(href)),
  fails: aGuide('Les [instruksen](http://example.no/instruks).'),
  passes: aGuide('Les [instruksen](https://example.no/instruks).'),
};

const sameText: Rule = {
  id: 'link-same-text',
  severity: 'warning',
  says: 'To lenker har samme tekst, men går til hver sin side.',
  mend: 'La teksten i hver lenke si hva som er forskjellen.',
  manual,
  find: (reading) =>
    readable(reading).flatMap((guide) => {
      const targets = new Map<string, string>();
      return mediaUses(guide).flatMap((use): Finding[] => {
        if (use.how !== 'link' || use.href.startsWith('lang:')) return [];
        const text = plainText((use.token as Tokens.Link).tokens)
          .trim()
          .toLowerCase();
        const before = targets.get(text);
        if (before === undefined) targets.set(text, use.href);
        return text !== '' && before !== undefined && before !== use.href ? [{ at: placeIn(guide, use) }] : [];
      });
    }),
  fails: aGuide('Les [instruksen](https://example.no/a) og [instruksen](https://example.no/b).'),
  passes: aGuide('Les [branninstruksen](https://example.no/a) og [vaskeinstruksen](https://example.no/b).'),
};

export const linkRules = [...[emptyLink, linkScheme, linkElsewhere, linkText], ...[bareAddress, insecure, sameText]];
