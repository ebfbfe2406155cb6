import fc from 'fast-check';
import { aCourse } from '../../test/builders/course-builder.js';
import { factNamesIn, factsMissing, factText, withFacts, type Fact } from './facts.js';
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
