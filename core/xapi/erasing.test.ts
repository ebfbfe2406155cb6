import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Erasing, erasedStatement, erasedText } from './erasing.js';
import { statementFaults } from './statement-faults.js';
import type { Agent, Statement } from './statement.js';

const id = '5b1c63f2-2f0e-4c9e-9d53-0a4a2f0c8f11';
const anonymous = '8c1f3b1e-6a1b-4d0e-8a3d-0d5b1f7c2e22';
const homePage = 'https://kurs.example.no';
const email = 'Kari.Nordmann@solvik.example';
const erasing: Erasing = {
  identifiers: new Set([
    `account ${JSON.stringify([homePage, `310000012:${id}`])}`,
    `mbox mailto:${email.toLowerCase()}`,
  ]),
  traces: [id, email, 'Kari Nordmann'],
  anonymous,
  account: { homePage, name: `310000012:${anonymous}` },
};

const kari: Agent = { objectType: 'Agent', name: 'Kari Nordmann', account: { homePage, name: `310000012:${id}` } };
const byMail: Agent = { mbox: `mailto:${email}`, name: 'Kari' };
const ola: Agent = { name: 'Ola', mbox: 'mailto:ola@example.org' };
const file = {
  usageType: 'urn:x:file',
  display: { nb: 'Fil' },
  contentType: 'text/plain',
  length: 1,
  sha2: 'AB',
  fileUrl: 'https://x.example/f',
};

const anyAgent = fc.constantFrom(kari, byMail, ola);
const anyStatement: fc.Arbitrary<Statement> = fc
  .record({
    actor: anyAgent,
    instructor: anyAgent,
    member: fc.array(anyAgent, { minLength: 1 }),
    inner: anyAgent,
    says: fc.string(),
  })
  .map(({ actor, instructor, member, inner, says }) => ({
    actor,
    verb: { id: 'urn:x:said' },
    object: {
      objectType: 'SubStatement',
      actor: inner,
      verb: { id: 'urn:x:planned' },
      object: { id: `https://x.example/${id}/about` },
    },
    result: {
      response: `${says} kari nordmann ${says}`,
      extensions: { [`https://x.example/${id}`]: [email, { deep: email }] },
    },
    context: { instructor, team: { objectType: 'Group', member } },
  }));

describe('erasing somebody from statements', () => {
  test('leaves no trace, stays valid, and touches nobody else', () => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const after = erasedStatement(statement, erasing, new Set());
        const text = JSON.stringify(after).toLowerCase();
        for (const trace of erasing.traces) expect(text).not.toContain(trace.toLowerCase());
        expect(statementFaults(after, '1.0.3')).toEqual(statementFaults(statement, '1.0.3'));
        const isHer = statement.actor !== ola;
        expect(after.actor).toEqual(
          isHer ? { ...(statement.actor === kari ? { objectType: 'Agent' } : {}), account: erasing.account } : ola,
        );
        expect(erasedStatement(after, erasing, new Set())).toEqual(after);
      }),
    );
  });

  test('files that go are mentioned no longer, those of others are', () => {
    const statement: Statement = {
      actor: kari,
      verb: { id: 'urn:x:v' },
      object: { id: 'urn:x:o' },
      attachments: [file],
    };
    expect(erasedStatement(statement, erasing, new Set(['ab']))).not.toHaveProperty('attachments');
    expect(erasedStatement(statement, erasing, new Set(['cd'])).attachments).toEqual([file]);
  });
});

test('a trace is found in any case, whatever characters it has', () => {
  const given = { traces: ['a.b+c@x.example'], anonymous: '-' };
  expect(erasedText('A.B+C@X.example aab+c@x.example', given)).toBe('- aab+c@x.example');
  expect(erasedText('İ a.b+c@x.example', given)).toBe('İ -');
});
