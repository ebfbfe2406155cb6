import { Button } from '@digdir/designsystemet-react';
import { useWords } from '../../../words/words.js';
import type { AskingKind } from './kind.js';
import { LineField } from './line-field.js';

type Pair = [left: string, right: string];
interface Pairs {
  heads: Pair;
  pairs: Pair[];
}

/** `| a | b |` as two cells; null for anything else. */
function cells(line: string): Pair | null {
  const parts = line.trim().replace(/^\|/u, '').replace(/\|$/u, '').split('|');
  const [left = '', right = ''] = parts.map((part) => part.trim());
  return parts.length === 2 && line.includes('|') ? [left, right] : null;
}

const row = ([left, right]: Pair) => `| ${left.replaceAll('|', '/')} | ${right.replaceAll('|', '/')} |`;

/** Two columns: what stands in a row belongs together. */
export const matching: AskingKind<Pairs> = {
  id: 'matching',
  word: 'Par',
  isAnswer: (line) => line.startsWith('|'),
  read(lines) {
    const [head, rule = '', ...rest] = lines;
    const heads = cells(head ?? '');
    const pairs = rest.map(cells);
    if (!heads || !/^\|?[\s:|-]+$/u.test(rule) || pairs.some((pair) => pair === null)) return null;
    return { heads, pairs: pairs.filter((pair) => pair !== null) };
  },
  write: ({ heads, pairs }) => [
    row(heads),
    '|---|---|',
    ...pairs.filter(([left, right]) => left.trim() !== '' || right.trim() !== '').map(row),
  ],
  empty: {
    heads: ['', ''],
    pairs: [
      ['', ''],
      ['', ''],
      ['', ''],
    ],
  },
  has: { reactions: true, explanation: true, tries: true, hints: true },
  Answers: PairFields,
};

function PairFields({ answers, change }: { answers: Pairs; change: (answers: Pairs) => void }) {
  const { matching: words } = useWords().asking;
  const set = (index: number, pair: Pair) =>
    change({ ...answers, pairs: answers.pairs.map((one, at) => (at === index ? pair : one)) });
  const { heads, pairs } = answers;
  return (
    <fieldset className="asking-answers">
      <legend>{words.legend}</legend>
      <div className="asking-pair">
        <LineField
          label={words.leftHead}
          value={heads[0]}
          change={(left) => change({ ...answers, heads: [left, heads[1]] })}
        />
        <LineField
          label={words.rightHead}
          value={heads[1]}
          change={(right) => change({ ...answers, heads: [heads[0], right] })}
        />
      </div>
      {pairs.map(([left, right], index) => (
        <div key={index} className="asking-pair">
          <LineField label={words.left(index + 1)} value={left} change={(value) => set(index, [value, right])} />
          <LineField label={words.right(index + 1)} value={right} change={(value) => set(index, [left, value])} />
        </div>
      ))}
      <Button
        type="button"
        variant="secondary"
        data-size="sm"
        onClick={() => change({ ...answers, pairs: [...pairs, ['', '']] })}
      >
        {words.more}
      </Button>
    </fieldset>
  );
}
