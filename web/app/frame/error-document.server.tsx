import { renderToStaticMarkup } from 'react-dom/server';
import type { AppLoadContext } from 'react-router';
import { statusOf } from '../server/api.server.js';
import { chosenLanguage } from '../server/language.server.js';
import { logError } from '../server/log.server.js';
import style from '../style/all.css?url';
import { wordsIn } from '../words/all.server.js';
import { WordsContext } from '../words/words.js';
import { ErrorMessage } from './error-message.js';

/** For pages that are not the app's: what goes wrong becomes the same error page, as a document of its own. */
export async function orErrorDocument(
  request: Request,
  context: AppLoadContext,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof Response) return error;
    const status = statusOf(error);
    if (status >= 500 && error instanceof Error) logError(context.requestId, new URL(request.url).pathname, error);
    return new Response(errorDocument(status, request, context), {
      status,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    });
  }
}

function errorDocument(status: number, request: Request, context: AppLoadContext): string {
  const words = wordsIn(chosenLanguage(request));
  const { pathname, search } = new URL(request.url);
  const page = (
    <WordsContext value={words}>
      <html lang={words.language} data-color-scheme="auto">
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <link rel="stylesheet" href={style} />
        </head>
        <body>
          <header className="frame-header">
            <div className="frame-bar">
              <a className="frame-brand" href="/">
                <span className="frame-product">{words.frame.product}</span>
              </a>
            </div>
          </header>
          <main className="page">
            <ErrorMessage status={status} here={pathname + search} requestId={context.requestId} />
          </main>
        </body>
      </html>
    </WordsContext>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
