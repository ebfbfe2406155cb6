import { randomUUID } from 'node:crypto';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';

/** A statement as another system sends it, with overrides. For tests. */
export function aStatement(overrides: Partial<Statement> = {}): Statement & { id: string } {
  return {
    actor: anAgent('ola'),
    verb: { id: 'http://adlnet.gov/expapi/verbs/experienced', display: { nb: 'leste', en: 'experienced' } },
    object: { id: 'https://example.org/film', definition: { name: { nb: 'Filmen', en: 'The film' } } },
    timestamp: '2026-11-21T10:00:00.000Z',
    ...overrides,
    id: overrides.id ?? randomUUID(),
  };
}

export function anAgent(name: string): { objectType: 'Agent'; account: { homePage: string; name: string } } {
  return { objectType: 'Agent', account: { homePage: 'https://example.org', name } };
}
