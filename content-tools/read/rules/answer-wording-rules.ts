import type { QuestionWord } from '../heading-draft.js';
import type { QuestionDraft } from '../question-draft.js';
import { aGuide } from './example.js';
import { inQuestions } from './question-rules.js';
import type { Rule } from './rule.js';

const saidAlready: Record<QuestionWord, RegExp | null> = {
  question:
    /\b(velg|vel|kryss av for|choose|select|pick|tick) (alle|ett|eitt|alt|all|every|one)\b[^.!?\n]{0,25}\b(passer|passar|stemmer|stemmar|svar\w{0,4}|apply|applies|answers?|fits?)\b|\b(flere|fleire) svar (kan|er)\b/iu,
  'true-false': /\b(sant eller usant|true or false)\b/iu,
  numeric: /\b(skriv|write) (et|eit|a|svaret som et|svaret som eit) (tall?|number)\b/iu,
  sequencing: /\b(sett|put)\b[^.!?\n]{0,30}\b(rekkefølge|rekkjefølgje|order)\b/iu,
  matching: /\b(finn|find)\b[^.!?\n]{0,20}\b(hører sammen|høyrer saman|belongs? together)\b/iu,
  scenario: null,
};

const instructionTwice: Rule = {
  id: 'instruction-twice',
  severity: 'warning',
  says: 'Her står det hvordan en svarer. Det sier siden selv, over svarene.',
  mend: 'Ta bort setningen, så står det ikke to ganger.',
  manual: 'Spørsmål',
  find: inQuestions((one) => saidAlready[one.asks]?.test(wordsOf(one)) && [one]),
  fails: aGuide(
    '## Spørsmål: Når vasker du hendene? {#nar}\n\nDu er på kjøkkenet. Velg alle som passer.\n\n- [x] Før maten.\n  > Ja.\n- [x] Etter doen.\n  > Ja.\n- [ ] Aldri.\n  > Jo.',
  ),
  passes: aGuide(
    '## Spørsmål: Når vasker du hendene? {#nar}\n\nDu er på kjøkkenet.\n\n- [x] Før maten.\n  > Ja.\n- [x] Etter doen.\n  > Ja.\n- [ ] Aldri.\n  > Jo.',
  ),
};

const pairs = (left: string) =>
  aGuide(`## Par: Hva bruker du når? {#bruke}\n\n| Når | Hva |\n|---|---|\n| ${left} | såpe |\n| rene | sprit |`);

const linkInAnswer: Rule = {
  id: 'link-in-answer',
  severity: 'warning',
  says: 'Det står en lenke i et svar. Den som velger svaret, ville forlatt spørsmålet, og i lister vises bare ordene.',
  mend: 'Skriv ordene uten lenke, og sett lenken i teksten under overskriften eller i forklaringen.',
  manual: 'Spørsmål',
  find: inQuestions(({ choices, items, pairs }) => [
    ...[...choices, ...items].filter(({ text }) => hasLink(text)),
    ...pairs.filter(({ left, right }) => hasLink(left) || hasLink(right)),
  ]),
  fails: pairs('[skitne](https://example.no/skitne)'),
  passes: pairs('skitne'),
};

function wordsOf({ heading, situation }: QuestionDraft): string {
  return `${heading.title}\n${situation}`.slice(0, 5_000);
}

/** A word of another language is written as a link, and is none; an address in code is only shown. */
function hasLink(text: string): boolean {
  return /\]\((?!lang:)|https?:\/\/|<mailto:/iu.test(text.replaceAll(/`[^`]*`/gu, ''));
}

export const answerWordingRules = [instructionTwice, linkInAnswer];
