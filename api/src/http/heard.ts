import type { Conversation } from '@kursdugnad/core/contract/conversation.js';
import { z } from 'zod';
import { Problem } from './problem.js';
import { languageOf, type Request } from './request.js';

const sentences = { nb: z.locales.no().localeError, nn: z.locales.no().localeError, en: z.locales.en().localeError };

/** What a request asks, validated. Throws Problem `invalid` that lists every field. An id that is no id is unknown: 404. */
export function heard(conversation: Conversation, request: Request): Record<string, unknown> {
  const language = languageOf(request);
  const read = (schema: z.ZodType, given: unknown) => schema.safeParse(given ?? {}, { error: sentences[language] });
  const params = read(conversation.params, request.params);
  if (!params.success) throw new Problem('not-found', unknownAddress);
  const rest = [read(conversation.query, request.query)];
  if (conversation.takes === undefined && request.method !== 'GET') rest.push(read(conversation.body, request.body));
  const issues = rest.flatMap((result) => (result.success ? [] : result.error.issues));
  if (issues.length > 0) {
    const problems = issues.map((issue) => ({ at: issue.path.join('.') || 'body', message: issue.message }));
    throw new Problem('invalid', wrongFields, problems);
  }
  return Object.assign({}, params.data, ...rest.map((result) => result.data)) as Record<string, unknown>;
}

const unknownAddress = {
  nb: 'Dette finnes ikke, eller du har ikke tilgang til det.',
  nn: 'Dette finst ikkje, eller du har ikkje tilgang til det.',
  en: 'This does not exist, or you have no access to it.',
};

const wrongFields = {
  nb: 'Noe av det du sendte kan ikke brukes. Se listen over hva som må rettes. Ingenting er lagret.',
  nn: 'Noko av det du sende kan ikkje brukast. Sjå lista over kva som må rettast. Ingenting er lagra.',
  en: 'Some of what you sent cannot be used. See the list of what to correct. Nothing has been stored.',
};
