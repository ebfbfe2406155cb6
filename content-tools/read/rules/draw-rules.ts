import type { QuestionDraft } from '../question-draft.js';
import type { HeadingTail } from '../heading-draft.js';
import { readable } from '../reading.js';
import { aGuide } from './example.js';
import { placeIn, type Finding, type Rule } from './rule.js';

const manual = 'Trekke spørsmål';
const aPool = (tail: string, ...more: string[]) =>
  aGuide(
    `# Prøv deg ${tail}\n\nSvar på dette.\n\n${['', ...more]
      .map(
        (attributes, index) =>
          `## Sant eller usant: Påstand ${index + 1}. {#pastand-${index + 1}${attributes}}\n\nSvar: ${index % 2 ? 'sant' : 'usant'}`,
      )
      .join('\n\n')}`,
  );
const good = aPool('{#prov trekk=2}', '', '');

const badNumber: Rule = {
  id: 'draw-number',
  severity: 'error',
  says: 'Det som skal trekkes, er ikke et helt tall fra 1 og opp.',
  mend: 'Skriv for eksempel {#prov trekk=5}.',
  manual,
  find: inPools(({ tail }) => [/^[1-9]\d{0,2}$/u.test(tail.attributes.get('trekk') ?? '') ? [] : { at: tail }].flat()),
  fails: aPool('{#prov trekk=to}', '', ''),
  passes: good,
};

const tooFew: Rule = {
  id: 'draw-too-many',
  severity: 'error',
  says: 'Leksjonen trekker like mange spørsmål som den har, eller flere.',
  mend: 'Skriv flere spørsmål, senk tallet eller ta bort trekk=.',
  manual,
  find: inPools(({ tail, questions, draw }) =>
    draw >= questions.length && draw > 0
      ? [{ at: tail, says: `Leksjonen trekker ${draw} spørsmål, men har bare ${questions.length}.` }]
      : [],
  ),
  fails: aPool('{#prov trekk=3}', '', ''),
  passes: good,
};

const unequal: Rule = {
  id: 'draw-unequal-points',
  severity: 'error',
  says: 'Spørsmålene det trekkes blant, gir ulikt mange poeng, og da er ikke trekningen rettferdig.',
  mend: 'Gi alle spørsmålene i leksjonen like mange poeng.',
  manual,
  find: inPools(({ questions }) => {
    const [first, ...rest] = questions;
    const other = rest.find((one) => pointsOf(one) !== (first && pointsOf(first)));
    return other ? [{ at: other.heading }] : [];
  }),
  fails: aPool('{#prov trekk=2}', ' poeng=2', ''),
  passes: good,
};

interface Pool {
  tail: HeadingTail;
  questions: QuestionDraft[];
  /** NaN where it is no number. */
  draw: number;
}

function pointsOf({ heading, situations }: QuestionDraft): number {
  if (situations.length > 0) return Math.max(...situations.map(({ points }) => Number(points ?? 0)));
  return Number(heading.tail?.attributes.get('poeng') ?? 1);
}

function inPools(broken: (pool: Pool) => (Omit<Finding, 'at'> & { at: { line: number; column: number } })[]) {
  return (reading: Parameters<Rule['find']>[0]): Finding[] =>
    readable(reading).flatMap((guide) =>
      guide.lessons.flatMap(({ heading: { tail }, blocks }) => {
        if (!tail?.attributes.has('trekk')) return [];
        const questions = blocks.filter((block) => block.kind === 'question');
        const found = broken({ tail, questions, draw: Number(tail.attributes.get('trekk')) });
        return found.map((one) => ({ ...one, at: placeIn(guide, one.at) }));
      }),
    );
}

export const drawRules = [badNumber, tooFew, unequal];
