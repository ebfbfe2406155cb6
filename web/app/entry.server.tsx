import { createReadableStreamFromReadable } from '@react-router/node';
import { isbot } from 'isbot';
import { PassThrough } from 'node:stream';
import { renderToPipeableStream } from 'react-dom/server';
import { type AppLoadContext, type EntryContext, type HandleErrorFunction, ServerRouter } from 'react-router';
import { chosenLanguage } from './server/language.server.js';
import { logError } from './server/log.server.js';
import { wordsIn } from './words/all.server.js';
import { WordsContext } from './words/words.js';

/** How long a loader may stream after the first part of the page is sent. */
export const streamTimeout = 8_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  const ready = isbot(request.headers.get('user-agent')) ? 'onAllReady' : 'onShellReady';
  return new Promise((resolve, reject) => {
    let answered = false;
    const page = (
      <WordsContext value={wordsIn(languageOf(entry, request))}>
        <ServerRouter context={entry} url={request.url} nonce={nonce} />
      </WordsContext>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      [ready]() {
        answered = true;
        const body = new PassThrough();
        headers.set('content-type', 'text/html; charset=utf-8');
        headers.set('cache-control', 'no-store');
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
        body.on('close', () => clearTimeout(timer));
        pipe(body);
      },
      onShellError: reject,
      onError(error: unknown) {
        status = 500;
        if (answered) logError(requestId, new URL(request.url).pathname, error);
      },
    });
    const timer = setTimeout(abort, streamTimeout + 1_000);
  });
}

/** Errors nobody foresaw go to the log with their stack; those that were thrown on purpose are pages, not errors. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  const { requestId } = context as AppLoadContext;
  logError(requestId, `${request.method} ${new URL(request.url).pathname}`, error);
};

/** The person's own language where the page got so far as to know it. */
function languageOf(entry: EntryContext, request: Request) {
  const root = entry.staticHandlerContext.loaderData['root'] as { language?: string } | undefined;
  return root?.language ?? chosenLanguage(request);
}
