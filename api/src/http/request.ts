import type { Caller } from '@kursdugnad/core/contract/caller.js';
import { type Language, languages } from '@kursdugnad/core/course/course.js';
import type { FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard when somebody is signed in. */
    caller?: Caller;
  }
}

export type Request = FastifyRequest;
export type Reply = FastifyReply;

/** The language a problem is told in: the caller's own, else the first of ours that the browser asks for. */
export function languageOf(request: Pick<Request, 'caller' | 'headers'>): Language {
  if (request.caller) return request.caller.language;
  const asked = (request.headers['accept-language'] ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().slice(0, 2));
  const first = asked
    .map((language) => (language === 'no' ? 'nb' : language))
    .find((language) => languages.includes(language as Language));
  return (first as Language | undefined) ?? 'nb';
}
