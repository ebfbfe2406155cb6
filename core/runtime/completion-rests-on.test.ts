import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Statement } from '../xapi/statement.js';
import { noCompletion } from './completion.js';
import { completionTouched, completionWith } from './completion-from-statements.js';
import { restsOn } from './completion-rests-on.js';
import { progressExtension, verb, type VerbName, verbIds } from './verbs.js';

const iri = 'https://example.org/course';
const verbNames = Object.keys(verbIds) as VerbName[];

const anyStatement: fc.Arbitrary<Statement> = fc
  .record({
    name: fc.constantFrom(...verbNames),
    isWhole: fc.boolean(),
    minute: fc.integer({ min: 0, max: 59 }),
    scaled: fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: undefined }),
    percent: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ name, isWhole, minute, scaled, percent }) => ({
    actor: { mbox: 'mailto:ola@example.org' },
    verb: verb(name),
    object: { id: isWhole ? iri : `${iri}/questions/q` },
    timestamp: `2026-11-21T10:${String(minute).padStart(2, '0')}:00Z`,
    result: {
      ...(scaled === undefined ? {} : { score: { scaled } }),
      extensions: { [progressExtension]: percent },
    },
  }));

const folded = (statements: Statement[]) =>
  statements.reduce((completion, statement) => {
    const isWhole = 'id' in statement.object && statement.object.id === iri;
    return isWhole ? completionWith(completion, statement) : completionTouched(completion, statement);
  }, noCompletion);

test('without all that a completion does not rest on, it is the same', () => {
  fc.assert(
    fc.property(fc.array(anyStatement, { maxLength: 30 }), (statements) => {
      const completion = folded(statements);
      expect(folded(statements.filter((statement) => restsOn(completion, iri, statement)))).toEqual(completion);
    }),
  );
});
