import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agentInText, textOfAgent } from './agent-in-text.js';
import type { Identifiers } from './statement.js';

const plain = fc.stringMatching(/^[a-zæøå0-9._ -]*[a-zæøå0-9]$/);
const agents: fc.Arbitrary<Identifiers> = fc.oneof(
  fc.record({ account: fc.record({ homePage: fc.webUrl(), name: plain.map((name) => name.trim()) }) }),
  fc
    .emailAddress({ localPart: fc.stringMatching(/^[a-z0-9.]+$/) } as never)
    .map((mail) => ({ mbox: `mailto:${mail}` })),
  fc.stringMatching(/^[0-9a-f]{40}$/).map((hash) => ({ mbox_sha1sum: hash })),
  fc.webUrl().map((openid) => ({ openid })),
);

describe('an agent in one line of text', () => {
  test('is the same agent when it is read again', () => {
    fc.assert(
      fc.property(agents, (agent) => {
        fc.pre(agent.account === undefined || !agent.account.homePage.includes('|'));
        fc.pre(agent.openid?.includes('|') !== true);
        expect(agentInText(textOfAgent(agent) ?? '')).toEqual(agent);
      }),
    );
  });

  test.each(['Kari Nordmann', '', 'kari', '|42'])('%j is no agent', (line) => {
    expect(agentInText(line)).toBeNull();
  });

  test('an anonymous group has none', () => {
    expect(textOfAgent({})).toBeNull();
  });
});
