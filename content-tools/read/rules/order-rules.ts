import { aGuide } from './example.js';
import { inQuestions, type Spot } from './question-rules.js';
import type { Example, Rule } from './rule.js';

const anOrder = (list: string): Example => aGuide(`## Rekkefølge: Hvordan vasker du hendene? {#vaske}\n\n${list}`);
const pairs = (...rows: string[]): Example =>
  aGuide(`## Par: Hva bruker du når? {#bruke}\n\n| Når | Hva |\n|---|---|\n${rows.join('\n')}`);
const goodOrder = anOrder('1. Skyll.\n2. Såp inn.\n3. Tørk.');
const goodPairs = pairs('| skitne | såpe |', '| rene | sprit |');
const [order, match] = ['Rekkefølge', 'Par'];

const noList: Rule = {
  id: 'sequence-without-list',
  severity: 'error',
  says: 'Det er ikke minst to punkter å sette i rekkefølge.',
  mend: 'Skriv punktene som en liste med tall, i riktig rekkefølge: «1. Skyll.», «2. Såp inn.» De blir stokket for den som svarer.',
  manual: order,
  find: inQuestions((one) => one.asks === 'sequencing' && one.items.length < 2 && [one]),
  fails: anOrder('- Skyll.\n- Tørk.'),
  passes: goodOrder,
};

const longList: Rule = {
  id: 'sequence-too-long',
  severity: 'error',
  says: 'Det er mer enn ti punkter å sette i rekkefølge.',
  mend: 'Behold de viktigste. Fire eller fem er nok.',
  manual: order,
  find: inQuestions(({ items }) => items.slice(10, 11)),
  fails: anOrder(numbered(11)),
  passes: goodOrder,
};

const equalItems: Rule = {
  id: 'sequence-equal',
  severity: 'error',
  says: 'To av punktene er like, så ingen kan vite hvilket som kommer først.',
  mend: 'Skriv hva som skiller dem, eller ta bort det ene.',
  manual: order,
  find: inQuestions(({ items }) => repeated(items, ({ text }) => text)),
  fails: anOrder('1. Skyll.\n2. Såp inn.\n3. Skyll.'),
  passes: goodOrder,
};

const complexItem: Rule = {
  id: 'sequence-item-complex',
  severity: 'error',
  says: 'Et punkt som skal settes i rekkefølge, er tomt eller har mer enn én linje med tekst.',
  mend: 'Skriv punktet som én kort setning.',
  manual: order,
  find: inQuestions(({ items }) => items.filter(({ text, hasMore }) => text === '' || hasMore)),
  fails: anOrder('1. Skyll.\n   - Godt.\n2. Tørk.'),
  passes: goodOrder,
};

const noTable: Rule = {
  id: 'pairs-without-table',
  severity: 'error',
  says: 'Det er ikke minst to par å finne.',
  mend: 'Skriv en tabell med to kolonner og én rad for hvert par.',
  manual: match,
  find: inQuestions((one) => one.asks === 'matching' && one.pairs.length < 2 && [one]),
  fails: aGuide('## Par: Hva bruker du når? {#bruke}\n\n- skitne: såpe\n- rene: sprit'),
  passes: goodPairs,
};

const manyPairs: Rule = {
  id: 'pairs-too-many',
  severity: 'error',
  says: 'Det er mer enn ti par.',
  mend: 'Behold de viktigste, eller del dem på to oppgaver.',
  manual: match,
  find: inQuestions((one) => one.pairs.slice(10, 11)),
  fails: pairs(...Array.from({ length: 11 }, (_row, index) => `| hånd ${index} | ${index % 2 ? 'såpe' : 'sprit'} |`)),
  passes: goodPairs,
};

const columns: Rule = {
  id: 'pairs-columns',
  severity: 'error',
  says: 'En rad i tabellen har ikke akkurat to ruter med tekst.',
  mend: 'Skriv det som skal finne sin make til venstre, og maken til høyre.',
  manual: match,
  find: inQuestions((one) => one.pairs.filter(({ cells, left, right }) => cells !== 2 || left === '' || right === '')),
  fails: pairs('| skitne | såpe |', '| rene | |'),
  passes: goodPairs,
};

const equalPairs: Rule = {
  id: 'pairs-equal',
  severity: 'error',
  says: 'To rader har det samme til venstre.',
  mend: 'Skriv hva som skiller dem, eller ta bort den ene. Til høyre kan det samme stå flere ganger.',
  manual: match,
  find: inQuestions((one) => repeated(one.pairs, ({ left }) => left)),
  fails: pairs('| skitne | såpe |', '| skitne | sprit |'),
  passes: goodPairs,
};

const oneTarget: Rule = {
  id: 'pairs-one-target',
  severity: 'error',
  says: 'Alle radene har det samme til høyre, så det er ikke noe å velge mellom.',
  mend: 'Ta med minst to ulike.',
  manual: match,
  find: inQuestions((one) => one.pairs.length > 1 && new Set(one.pairs.map(({ right }) => right)).size === 1 && [one]),
  fails: pairs('| skitne | såpe |', '| klissete | såpe |'),
  passes: goodPairs,
};

function numbered(count: number): string {
  return Array.from({ length: count }, (_item, index) => `${index + 1}. Vask finger ${index + 1}.`).join('\n');
}

/** Those whose words have stood before. */
function repeated<T extends Spot>(list: readonly T[], words: (one: T) => string): T[] {
  const known = new Set(['']);
  return list.filter((one) => {
    const said = words(one).toLocaleLowerCase('nb');
    const isKnown = said !== '' && known.has(said);
    known.add(said);
    return isKnown;
  });
}

export const orderRules = [
  ...[noList, longList, equalItems, complexItem],
  ...[noTable, manyPairs, columns, equalPairs, oneTarget],
];
