import type { Conversation } from '@kursdugnad/core/contract/conversation.js';
import { everyConversation } from '@kursdugnad/core/contract/every-conversation.js';
import { problemSchema } from '@kursdugnad/core/contract/problem.js';
import { z } from 'zod';

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return rest;
};

/** OpenAPI 3.1 of all of `/api`, made from the contract. */
export function openApi(publicUrl: string): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const conversation of everyConversation) {
    const path = conversation.path.replace(/:(\w+)|(\*)/g, '{$1$2}');
    (paths[path] ??= {})[conversation.method.toLowerCase()] = operation(conversation);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kursdugnad', version: '1', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-session' },
      },
      schemas: { Problem: jsonSchema(problemSchema, 'output') },
    },
  };
}

function operation(conversation: Conversation): object {
  const where = (schema: z.ZodObject, place: 'path' | 'query') => {
    const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
      properties?: Record<string, object>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, shape]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema: shape,
    }));
  };
  const hasBody = !['GET', 'DELETE'].includes(conversation.method);
  const body = conversation.takes
    ? { [conversation.takes]: { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: jsonSchema(conversation.body, 'input') } };
  const answer = conversation.answers
    ? { [conversation.answers]: { schema: { type: 'string' } } }
    : { 'application/json': { schema: jsonSchema(conversation.answer, 'output') } };
  return {
    operationId: conversation.name,
    summary: conversation.summary,
    security: conversation.who === 'anyone' ? [] : [{ bearer: [] }, { session: [] }],
    'x-who': conversation.who,
    parameters: [...where(conversation.params, 'path'), ...where(conversation.query, 'query')],
    ...(hasBody ? { requestBody: { required: true, content: body } } : {}),
    responses: {
      [conversation.status ?? 200]: { description: 'OK', content: answer },
      default: {
        description: 'Problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}
