import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCourse, aMatching, anOrder, aQuestion, aScenario } from '../../test/builders/course-builder.js';
import {
  factAddress,
  factFault,
  factNamesIn,
  factsMissing,
  factsOf,
  factText,
  withFacts,
  withFactsInAnswers,
  type Fact,
} from './facts.js';
import { questionsOf } from './course-parts.js';
import type { Course } from './course.js';

const channel: Fact = { name: 'varslingskanal', kind: 'text', description: 'Hvem du varsler til', default: 'lederen' };
const phone: Fact = { name: 'vakt', kind: 'phone', description: 'Nummeret til vakta' };

function withTheFacts(facts: Fact[]): Course {
  const course = aCourse();
  return { ...course, editions: course.editions.map((edition) => ({ ...edition, facts })) };
}
const [edition] = withTheFacts([channel, phone]).editions;
if (!edition) throw new Error('A course has an edition');

it('takes what the municipality has said, then what the guide falls back on', () => {
  expect(factText(edition, { varslingskanal: ' varslingsutvalget ' }, 'varslingskanal')).toBe('varslingsutvalget');
  expect(factText(edition, { varslingskanal: '  ' }, 'varslingskanal')).toBe('lederen');
  expect(factText(edition, {}, 'vakt')).toBeNull();
  expect(factText(edition, {}, 'constructor')).toBeNull();
});

it('asks for what has neither', () => {
  const course = withTheFacts([channel, phone]);
  expect(factsMissing(course, {}).map(({ name }) => name)).toEqual(['vakt']);
  expect(factsMissing(course, { vakt: '12 34 56 78' })).toEqual([]);
  expect(factsMissing(aCourse(), {})).toEqual([]);
});

it('puts every fact in its place and nothing else', () => {
  const name = fc.stringMatching(/^[a-z]{1,8}$/u);
  const between = fc.string().filter((text) => !/[{}]/u.test(text));
  fc.assert(
    fc.property(fc.array(fc.tuple(between, name)), between, (pairs, end) => {
      const text = pairs.map(([before, one]) => `${before}{{${one}}}`).join('') + end;
      expect(factNamesIn(text)).toEqual(pairs.map(([, one]) => one));
      expect(withFacts(text, (one) => one.toUpperCase())).toBe(
        pairs.map(([before, one]) => before + one.toUpperCase()).join('') + end,
      );
      expect(withFacts(text, () => null)).toBe(text);
    }),
  );
});

it('says why a text cannot be the value', () => {
  expect(factFault('text', 'Kari Nordmann, 12 34 56 78')).toBeNull();
  expect(factFault('text', 'x'.repeat(301))).toBe('too-long');
  expect(factFault('text', 'to\nlinjer')).toBe('several-lines');
  expect(factFault('phone', 'ring vakta')).toBe('not-a-phone');
  expect(factFault('email', 'kari på solvik')).toBe('not-an-email');
  expect(factFault('url', 'javascript:alert(1)')).toBe('not-a-url');
  const kind = fc.constantFrom('text' as const, 'phone' as const, 'email' as const, 'url' as const);
  fc.assert(
    fc.property(kind, fc.string(), (one, text) => {
      if (factFault(one, text) !== null) return;
      expect(factFault(one, '  ')).toBeNull();
      if (one !== 'text' && text.trim() !== '')
        expect(factAddress(one, text.trim())).toMatch(/^(tel:|mailto:|https?:)/iu);
    }),
  );
});

it('fills in answers to choose from, in every language, and leaves a guide without facts as it is', () => {
  expect(withFactsInAnswers(aCourse(), { vakt: '1' })).toEqual(aCourse());
  const choices = [
    { id: 'a', text: 'Til {{varslingskanal}}', correct: true },
    { id: 'b', text: 'Til {{vakt}}', correct: false },
  ];
  const asking = withTheFacts([channel, phone]);
  const block = { kind: 'question' as const, id: 'hvor', question: aQuestion({ id: 'hvor', choices }) };
  const course = { ...asking, editions: asking.editions.map((one) => ({ ...one, introduction: [block] })) };
  const said = (values: Record<string, string>) =>
    withFactsInAnswers(course, values).editions.map((one) => {
      const [question] = questionsOf(one);
      return question?.kind === 'single' ? question.choices.map(({ text }) => text) : [];
    });
  for (const texts of said({})) expect(texts).toEqual(['Til lederen', 'Til Nummeret til vakta']);
  for (const texts of said({ varslingskanal: 'Kari', vakt: '{{vakt}}' }))
    expect(texts).toEqual(['Til Kari', 'Til {{vakt}}']);
  expect(factsOf(course)).toEqual([channel, phone]);
});

it.each([
  ['what is put in order', anOrder({ items: [{ id: 'a', text: 'Si fra til {{varslingskanal}}' }], order: ['a'] })],
  ['pairs', aMatching({ targets: [{ id: '1', text: '{{varslingskanal}}' }] })],
  ['a scenario', aScenario({ situations: [aPlace('Hos {{varslingskanal}}', 'Ring {{varslingskanal}}')] })],
])('fills in %s', (_, question) => {
  const [edition] = withTheFacts([channel]).editions;
  const introduction = [{ kind: 'question' as const, id: question.id, question }];
  const course = { ...aCourse(), editions: edition ? [{ ...edition, introduction }] : [] };
  expect(JSON.stringify(course)).toContain('{{varslingskanal}}');
  const filled = JSON.stringify(withFactsInAnswers(course, {}));
  expect(filled).toContain('lederen');
  expect(filled).not.toContain('{{');
});

function aPlace(title: string, text: string) {
  return { id: 'start', title, text: '', points: 0, steps: [{ id: 'a', text, to: 'slutt' }] };
}
