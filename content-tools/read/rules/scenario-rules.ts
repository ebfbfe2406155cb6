import type { QuestionDraft, SituationDraft } from '../question-draft.js';
import { startId } from '../read-scenario.js';
import { isStableId } from '../stable-ids.js';
import { aGuide } from './example.js';
import { inQuestions, type Spot } from './question-rules.js';
import type { Example, Rule } from './rule.js';

const manual = 'Valg';

/** Beyond this it is told that there are too many, and nothing is looked for among them. */
const mostSituations = 20;

const good = `- [Hilser først.](#hilse)
- [Spør hvem hun er.](#takk)

### Hun ser opp {#hilse}

- [Setter deg ned.](#takk)
- [Går igjen.](#taus)

### Slutt: Hun forteller {#takk poeng=2}

Nå vet du hva hun trenger.

### Slutt: Hun tier {#taus}

Prøv heller en annen dag.`;

/** The good scenario with one part of it written otherwise. */
function aScenario(from = '', to = '', heading = '## Valg: En ny beboer'): Example {
  return aGuide(`${heading} {#beboer}\n\nHun sitter ved vinduet.\n\n${good.replace(from, to)}`);
}
const passes = aScenario();

const level: Rule = {
  id: 'scenario-level',
  severity: 'error',
  says: 'Et valg skal ha to nummertegn i overskriften, og situasjonene i det skal ha tre.',
  mend: 'Skriv «## Valg: …» og «### …» for hver situasjon.',
  manual,
  find: inQuestions((one) => one.asks === 'scenario' && one.heading.depth !== 2 && [one.heading]),
  fails: aGuide(`## Besøk\n\n### Valg: En ny beboer {#beboer}\n\nHun sitter ved vinduet.`),
  passes,
};

const noSteps: Rule = {
  id: 'scenario-without-choices',
  severity: 'error',
  says: 'Den første situasjonen har ikke noe å velge mellom.',
  mend: 'Skriv en liste der hvert punkt er en lenke til en situasjon: «- [Hilser først.](#hilse)».',
  manual,
  find: inQuestions(({ situations: [start], heading }) => start?.steps.length === 0 && [heading]),
  fails: aGuide(
    '## Valg: En ny beboer {#beboer}\n\nHun sitter ved vinduet.\n\n### Slutt: Hun tier {#taus poeng=1}\n\nJa.',
  ),
  passes,
};

const deadEnd: Rule = {
  id: 'scenario-dead-end',
  severity: 'error',
  says: 'Situasjonen har ikke noe å velge, og er ikke en slutt.',
  mend: 'Skriv hva en kan gjøre, eller la overskriften begynne med «Slutt:».',
  manual,
  find: inSituations((one) => one.id !== startId && !one.isEnding && one.steps.length === 0 && [one]),
  fails: aScenario('Slutt: Hun tier', 'Hun tier'),
  passes,
};

const goesOn: Rule = {
  id: 'scenario-ending-goes-on',
  severity: 'error',
  says: 'En slutt kan ikke ha noe å velge.',
  mend: 'Ta bort «Slutt:» i overskriften, eller ta bort valgene.',
  manual,
  find: inSituations((one) => one.isEnding && one.steps.slice(0, 1)),
  fails: aScenario('Nå vet du hva hun trenger.', '- [Takker for praten.](#taus)\n- [Går stille ut.](#taus)'),
  passes,
};

const leadsNowhere: Rule = {
  id: 'scenario-leads-nowhere',
  severity: 'error',
  says: 'Valget er ikke en lenke til en situasjon som finnes her.',
  mend: 'Gjør hele punktet til én lenke med navnet på situasjonen: «- [Hilser først.](#hilse)».',
  manual,
  find: inSituations((one, ids) => one.steps.filter(({ to }) => to === null || !ids.has(to) || to === startId)),
  fails: aScenario('(#taus)', '(#stille)'),
  passes,
};

const unreached: Rule = {
  id: 'scenario-unreached',
  severity: 'error',
  says: 'Ingen valg fører til situasjonen.',
  mend: 'La et valg lenke til den, eller ta den bort.',
  manual,
  find: inQuestions(({ situations }) => {
    if (situations.length > mostSituations) return false;
    const reached = reachedFrom(situations);
    return situations.filter(({ id }) => !reached.has(id));
  }),
  fails: aScenario('(#taus)', '(#takk)'),
  passes,
};

const ring: Rule = {
  id: 'scenario-ring',
  severity: 'error',
  says: 'Valgene går i ring, så en kan bli ved uten å komme til en slutt.',
  mend: 'La valget føre til en ny situasjon eller en slutt.',
  manual,
  find: inQuestions(
    ({ situations }) =>
      situations.length <= mostSituations &&
      situations.filter((one) => reachedFrom(situations, one).has(one.id)).slice(0, 1),
  ),
  fails: aScenario(
    '### Slutt: Hun tier {#taus}\n\nPrøv heller en annen dag.',
    '### Hun tier {#taus}\n\n- [Blir sittende.](#hilse)\n- [Spør igjen.](#takk)',
  ),
  passes,
};

const noGoodEnding: Rule = {
  id: 'scenario-no-good-ending',
  severity: 'error',
  says: 'Ingen av sluttene gir poeng, så ingen vei er bedre enn en annen.',
  mend: 'Skriv poengene bak navnet på den beste slutten: «### Slutt: Hun forteller {#takk poeng=2}».',
  manual,
  find: inQuestions(
    ({ situations, heading }) =>
      situations.length > 0 && !situations.some((one) => one.isEnding && Number(one.points) > 0) && [heading],
  ),
  fails: aScenario(' poeng=2', ''),
  passes,
};

const pointsWrong: Rule = {
  id: 'scenario-points',
  severity: 'error',
  says: 'I krøllparentesen til en situasjon kan det bare stå navnet, og poeng fra 0 til 10 når den er en slutt.',
  mend: 'Skriv for eksempel {#takk poeng=2} bak en slutt, og bare {#hilse} ellers.',
  manual,
  find: inSituations(
    (one) =>
      (one.unknown.length > 0 || (one.points !== null && !(one.isEnding && /^([0-9]|10)$/u.test(one.points)))) && [one],
  ),
  fails: aScenario('{#hilse}', '{#hilse poeng=1}'),
  passes,
};

const badName: Rule = {
  id: 'scenario-name',
  severity: 'error',
  says: 'Situasjonen har et navn som er skrevet feil, eller som en annen situasjon i valget har.',
  mend: 'Gi hver situasjon et eget navn med små bokstaver a–z, tall og bindestrek: {#hilse}. «start» er opptatt.',
  manual,
  find: inQuestions(({ situations }) =>
    situations
      .slice(0, mostSituations)
      .filter(({ id }, index) => !isStableId(id) || situations.findIndex((one) => one.id === id) < index),
  ),
  fails: aScenario('{#taus}', '{#takk}'),
  passes,
};

const tooBig: Rule = {
  id: 'scenario-too-big',
  severity: 'error',
  says: 'Valget har mer enn tjue situasjoner, eller mer enn seks ting å velge mellom på ett sted.',
  mend: 'Slå sammen det som ligner, eller del valget i to.',
  manual,
  find: inQuestions(({ situations }) => [
    ...situations.slice(mostSituations, mostSituations + 1),
    ...situations.flatMap(({ steps }) => steps.slice(6, 7)),
  ]),
  fails: aScenario('- [Hilser først.](#hilse)', '- [Hilser.](#hilse)\n'.repeat(6).trim()),
  passes,
};

const noText: Rule = {
  id: 'scenario-empty',
  severity: 'error',
  says: 'Situasjonen har verken overskrift eller tekst.',
  mend: 'Skriv hva som skjer.',
  manual,
  find: inSituations((one) => one.id !== startId && one.title === '' && [one]),
  fails: aScenario('### Hun ser opp', '###'),
  passes,
};

const oneWay: Rule = {
  id: 'scenario-one-way',
  severity: 'warning',
  says: 'Her er det bare én ting å velge.',
  mend: 'Skriv minst to ting noen kunne gjort, eller slå situasjonen sammen med den neste.',
  manual,
  find: inSituations((one) => one.steps.length === 1 && one.steps),
  fails: aScenario('- [Setter deg ned.](#takk)\n', ''),
  passes,
};

const stray: Rule = {
  id: 'scenario-text-after-choices',
  severity: 'error',
  says: 'Etter det en kan velge, står det mer tekst.',
  mend: 'Flytt teksten over lista, eller til situasjonen den hører til.',
  manual,
  find: inSituations((one) => one.strays.slice(0, 1)),
  fails: aScenario('- [Går igjen.](#taus)', '- [Går igjen.](#taus)\n\nHun venter.'),
  passes,
};

function inSituations(broken: (one: SituationDraft, ids: ReadonlySet<string>) => false | Spot[]) {
  return inQuestions(({ situations }: QuestionDraft) => {
    const ids = new Set(situations.map(({ id }) => id));
    return situations.flatMap((one) => broken(one, ids) || []);
  });
}

/** The situations one can come to: all from the first, or those after one of them. */
function reachedFrom(situations: readonly SituationDraft[], from?: SituationDraft): Set<string> {
  const reached = new Set(from ? [] : [startId]);
  const waiting = [from ?? situations[0]];
  for (let one = waiting.pop(); one; one = waiting.pop())
    for (const { to } of one.steps) {
      if (to === null || reached.has(to)) continue;
      reached.add(to);
      waiting.push(situations.find(({ id }) => id === to));
    }
  return reached;
}

export const scenarioRules = [
  ...[level, noSteps, deadEnd, goesOn, leadsNowhere, unreached, ring],
  ...[noGoodEnding, pointsWrong, badName, tooBig, noText, oneWay, stray],
];
