import { describe, expect, test } from '@jest/globals';
import { languages } from '@kursdugnad/core/course/course.js';
import { dateIn, percent } from './live/live-words.js';
import { wordsIn } from './words.js';

describe('words', () => {
  test.each(languages)('%s says everything', (language) => {
    const said = JSON.stringify(wordsIn(language), (_key, value: unknown) =>
      typeof value === 'function' ? String(value.call(null, 2, 3, 66)) : value,
    );
    expect(said).not.toMatch(/""|undefined|NaN/u);
    expect(Object.keys(wordsIn(language)).sort()).toEqual(Object.keys(wordsIn('nb')).sort());
  });

  test('the same thing is not said in the same words where the languages differ', () => {
    const [nb, nn, en] = languages.map(wordsIn);
    for (const key of ['home', 'skip', 'previous', 'confirm', 'notSent', 'restart', 'rightPairs'] as const)
      expect(new Set([nb?.[key], nn?.[key], en?.[key]]).size).toBe(3);
  });

  test('what is missing is one sentence', () => {
    const missing = wordsIn('nb').missing;
    expect(missing({ lessons: 1, questions: 0, declarations: 0, tasks: 0 })).toBe(
      'Du er ferdig når du har lest én leksjon til.',
    );
    expect(missing({ lessons: 0, questions: 1, declarations: 1, tasks: 0 })).toBe(
      'Du er ferdig når du har svart på ett spørsmål og bekreftet én erklæring.',
    );
    expect(wordsIn('nn').missing({ lessons: 2, questions: 3, declarations: 1, tasks: 0 })).toBe(
      'Du er ferdig når du har lese 2 leksjonar til, svart på 3 spørsmål og stadfesta éi erklæring.',
    );
    expect(wordsIn('en').missing({ lessons: 1, questions: 1, declarations: 0, tasks: 0 })).toBe(
      'You are done when you have read one more lesson and answered one question.',
    );
  });

  test('dates are Norwegian dates, in Norwegian time', () => {
    expect(dateIn('nb', '2026-02-02T23:30:00.000Z')).toBe('3. februar 2026');
    expect(dateIn('nn', '2026-02-03T12:00:00.000Z')).toBe('3. februar 2026');
    expect(dateIn('en', '2026-02-03T12:00:00.000Z')).toBe('3 February 2026');
  });

  test('a percentage never promises more than there is', () => {
    expect([percent(0.7999), percent(0.8), percent(8 / 9), percent(0.999), percent(1), percent(0.29)]).toEqual([
      79, 80, 88, 99, 100, 29,
    ]);
  });
});
