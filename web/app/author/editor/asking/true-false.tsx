import { useWords } from '../../../words/words.js';
import type { AskingKind } from './kind.js';

/** The heading is the claim. */
export const trueFalse: AskingKind<boolean> = {
  id: 'trueFalse',
  word: 'Sant eller usant',
  isAnswer: (line) => /^svar:/iu.test(line),
  read(lines) {
    const said = /^svar:\s*`?(sant|usant)`?\s*$/iu.exec(lines[0] ?? '')?.[1]?.toLowerCase();
    return lines.length === 1 && said !== undefined ? said === 'sant' : null;
  },
  write: (isTrue) => [`Svar: ${isTrue ? 'sant' : 'usant'}`],
  empty: true,
  has: { reactions: true, explanation: true, hints: true },
  Answers: function Verdict({ answers, change }) {
    const { trueFalse: words } = useWords().asking;
    return (
      <fieldset className="asking-answers">
        <legend>{words.legend}</legend>
        {[true, false].map((one) => (
          <label key={String(one)} className="tick">
            <input type="radio" name="verdict" checked={answers === one} onChange={() => change(one)} />{' '}
            {one ? words.isTrue : words.isFalse}
          </label>
        ))}
      </fieldset>
    );
  },
};
