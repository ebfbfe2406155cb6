import { describe, expect, test } from '@jest/globals';
import { withWrittenFacts, writtenFacts } from './fact-fields.js';

const guide = `---
title: Varsling
facts:
  varslingskanal:
    description: Hvor sier dere fra?
    kind: url
    default: https://solvik.example/varsling
---

# Si fra {#si-fra}
`;

const channel = {
  name: 'varslingskanal',
  description: 'Hvor sier dere fra?',
  default: 'https://solvik.example/varsling',
};

describe('the local facts of a guide', () => {
  test('are read as they are written, and written as they were change nothing', () => {
    expect(writtenFacts(guide)).toEqual([channel]);
    expect(withWrittenFacts(guide, [channel])).toBe(guide);
    expect(writtenFacts('# Uten')).toEqual([]);
    expect(writtenFacts('---\nfacts: [\n---\n')).toEqual([]);
  });

  test('are changed and added, and what else is said of them stays', () => {
    const place = { name: 'moteplass', description: 'Hvor møtes dere?', default: '' };
    const changed = withWrittenFacts(guide, [{ ...channel, description: 'Hvor varsler dere?' }, place]) ?? '';
    expect(writtenFacts(changed)).toEqual([{ ...channel, description: 'Hvor varsler dere?' }, place]);
    expect(changed).toContain('    kind: url\n');
    expect(changed.slice(changed.indexOf('# Si fra'))).toBe('# Si fra {#si-fra}\n');
  });

  test('are gone when there are none', () => {
    expect(withWrittenFacts(guide, [])).toBe('---\ntitle: Varsling\n---\n\n# Si fra {#si-fra}\n');
  });
});
