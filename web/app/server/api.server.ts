import { ApiProblem, type Client, client } from '@kursdugnad/core/contract/client.js';
import { type AppLoadContext, data, redirect } from 'react-router';
import { chosenLanguage } from './language.server.js';

/** What an error page knows of a no from api. */
export interface Refused {
  requestId: string;
}

/**
 * The API as a page uses it. Not signed in leads to the sign-in page and back; what a form can mend stays an ApiProblem
 * for the action to show (`notDone`); everything else ends on the error page.
 */
export function api(request: Request, context: AppLoadContext): Client {
  const plain = plainApi(request, context);
  return {
    async call(conversation, asked) {
      try {
        return await plain.call(conversation, asked);
      } catch (error) {
        throw turned(error, request, context);
      }
    },
  };
}

/** The same without turning: every no is an ApiProblem. For the few places where not being signed in is fine. */
export function plainApi(request: Request, context: AppLoadContext): Client {
  return client(context.transport, forwarded(request));
}

const mendable = new Set([400, 409, 413, 415, 422, 429]);

function turned(error: unknown, request: Request, context: AppLoadContext): unknown {
  if (!(error instanceof ApiProblem)) return error;
  if (error.status === 401) return redirect(signInAddress(request));
  const reading = request.method === 'GET';
  if (!reading && mendable.has(error.status)) return error;
  // An id in the address that cannot be one is a page that does not exist.
  const status = reading && [400, 422].includes(error.status) ? 404 : error.status;
  return data<Refused>({ requestId: context.requestId }, { status });
}

/** The status of anything thrown: by `api`, as data, or by mistake. */
export function statusOf(error: unknown): number {
  if (error instanceof ApiProblem) return error.status;
  return (error as { init?: ResponseInit | null } | null)?.init?.status ?? 500;
}

/** The sign-in page, which leads back here. */
function signInAddress(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return `/logg-inn?til=${encodeURIComponent(pathname + search)}`;
}

/** Who asks, from which page, and in which language. */
function forwarded(request: Request): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': chosenLanguage(request) };
  for (const name of ['cookie', 'origin', 'x-forwarded-for', 'user-agent']) {
    const value = request.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  return headers;
}
