import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { readGuide } from '../read/read-guide.js';
import { withFields, writtenFields } from './front-matter-fields.js';

const guide = `---
title: Hender  # til overskriften
summary: Når du vasker hendene.
language: nb
minutes: 3
licence: CC-BY-4.0
publisher: Solvik kommune
topics: [hygiene]
sources:
  - Råd fra sykehuset
---

# Vask {#vask}

Tekst.
`;

describe('the fields of a guide', () => {
  test('are read as they are written', () => {
    expect(writtenFields(guide)).toMatchObject({ title: 'Hender', minutes: '3', topics: ['hygiene'] });
    expect(writtenFields('# Uten')).toEqual({});
    expect(writtenFields('---\n: : [\n---\n')).toEqual({});
  });

  test('written as they were, change nothing', () => {
    expect(withFields(guide, writtenFields(guide))).toBe(guide);
  });

  test('are changed one by one, and the rest stays', () => {
    const changed = withFields(guide, { title: 'Rene hender: hvordan?', pass: '80', sources: [] });
    expect(changed).toContain('title: "Rene hender: hvordan?" # til overskriften');
    expect(changed).toContain('pass: 80');
    expect(changed).not.toContain('sources');
    expect(changed?.slice(changed.indexOf('# Vask'))).toBe(guide.slice(guide.indexOf('# Vask')));
  });

  test.each(['brannvern', 'taushetsplikt', 'varsling'])('are one line each in %s', (slug) => {
    const text = readFileSync(`courses/${slug}/guide.md`, 'utf8');
    const changed = withFields(text, { title: 'Et annet navn' }) ?? '';
    const [before, after] = [text.split('\n'), changed.split('\n')];
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, at) => line !== before[at])).toEqual(['title: Et annet navn']);
  });

  test('are put above a guide that has none', () => {
    expect(withFields('# Vask\n', { title: 'Hender' })).toBe('---\ntitle: Hender\n---\n\n# Vask\n');
  });

  test('cannot be written where YAML cannot be read', () => {
    expect(withFields('---\ntitle: [\n---\n', { title: 'Hender' })).toBeNull();
  });

  test('any text comes back as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (typed) => {
        const title = typed.replace(/\s+/gu, ' ').trim();
        if (title === '' || title.includes('\0')) return;
        const text = withFields(guide, { title }) ?? '';
        expect(writtenFields(text)['title']).toBe(title);
        expect(readGuide('guide.md', Buffer.from(text)).lessons).toHaveLength(1);
      }),
    );
  });
});
