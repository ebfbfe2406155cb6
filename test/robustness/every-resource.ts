import { aStatement, anAgent } from '../../api/src/testing-statement.js';
import { xapi } from '../setup/serve-demo.mjs';

/** One request to the LRS. */
export interface Asking {
  method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  path: string;
  body?: string;
}

export const speaking = {
  authorization: `Basic ${Buffer.from(`${xapi.key}:${xapi.secret}`).toString('base64')}`,
  'x-experience-api-version': '1.0.3',
  'content-type': 'application/json',
};

const agent = JSON.stringify(anAgent('robust'));
const activityId = 'https://example.org/robust';
const at = (path: string, query: Record<string, string>) => `/xapi/${path}?${new URLSearchParams(query).toString()}`;
const documents = [
  at('activities/state', { activityId, agent, stateId: 'bookmark' }),
  at('activities/profile', { activityId, profileId: 'settings' }),
  at('agents/profile', { agent, profileId: 'settings' }),
];

/** What can be asked of the LRS that needs the database: each resource in every way. */
export function everyResource(): Asking[] {
  const [one, other] = [aStatement(), aStatement()];
  const query = { agent, activity: activityId, verb: 'urn:robust', related_activities: 'true' };
  return [
    { method: 'POST', path: '/xapi/statements', body: JSON.stringify([aStatement(), aStatement()]) },
    { method: 'PUT', path: at('statements', { statementId: one.id }), body: JSON.stringify(one) },
    { method: 'GET', path: at('statements', { statementId: other.id }) },
    { method: 'GET', path: at('statements', { ...query, attachments: 'true' }) },
    { method: 'HEAD', path: '/xapi/statements' },
    { method: 'GET', path: at('activities', { activityId }) },
    { method: 'GET', path: at('agents', { agent }) },
    ...documents.flatMap((path): Asking[] => [
      { method: 'PUT', path, body: '{"a":1}' },
      { method: 'POST', path, body: '{"b":2}' },
      { method: 'GET', path },
      { method: 'GET', path: path.replace(/&(stateId|profileId)=\w+/, '') },
      { method: 'DELETE', path },
    ]),
  ];
}
