import { expect, test } from '@jest/globals';
import { everyConversation } from '@kursdugnad/core/contract/every-conversation.js';
import { openApi } from './openapi.js';

interface Operation {
  operationId: string;
  parameters: { name: string; in: string }[];
  responses: Record<string, unknown>;
}

const description = openApi('https://kurs.example.no') as { paths: Record<string, Record<string, Operation>> };

test.each(everyConversation.map((conversation) => [conversation.name, conversation] as const))(
  '%s is described, with every name of its path',
  (name, { path, method, status = 200 }) => {
    const address = path.replace(/:(\w+)/g, '{$1}').replace('*', '{*}');
    const operation = description.paths[address]?.[method.toLowerCase()];
    expect(operation?.operationId).toBe(name);
    const named = operation?.parameters
      .filter((parameter) => parameter.in === 'path')
      .map((parameter) => parameter.name);
    expect(named?.sort()).toEqual([...address.matchAll(/\{([^}]+)\}/g)].map(([, one]) => one).sort());
    expect(Object.keys(operation?.responses ?? {})).toEqual([String(status), 'default']);
  },
);

test('no two conversations share a name or an address', () => {
  const addresses = everyConversation.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(new Set(everyConversation.map(({ name }) => name)).size).toBe(everyConversation.length);
});
