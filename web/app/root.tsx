import { ApiProblem } from '@kursdugnad/core/contract/client.js';
import { type Right, rights } from '@kursdugnad/core/contract/caller.js';
import { whoAmI } from '@kursdugnad/core/contract/login.js';
import type { ReactNode } from 'react';
import { Links, type LinksFunction, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/root.js';
import { useArrival } from './frame/arrival.js';
import { ErrorPage } from './frame/error-page.js';
import { Footer } from './frame/footer.js';
import { Header } from './frame/header.js';
import { plainApi } from './server/api.server.js';
import { chosenLanguage } from './server/language.server.js';
import { hasSession } from './server/session.server.js';
import style from './style/all.css?url';
import { useWords } from './words/words.js';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: style },
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

/** Who is signed in, as every page may need it. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const person = hasSession(request, context) ? await personAsking(request, context) : null;
  return { person, language: person?.language ?? chosenLanguage(request), requestId: context.requestId };
}

async function personAsking(request: Request, context: Route.LoaderArgs['context']) {
  try {
    const { name, municipalityName, language, access, units } = await plainApi(request, context).call(whoAmI, {});
    const held: Right[] = rights.filter((right) => right === 'learner' || access.some((one) => one.right === right));
    return { name, municipalityName, language, rights: held, units };
  } catch (error) {
    // The page itself says what is wrong; without a person the header is merely shorter.
    if (error instanceof ApiProblem) return null;
    throw error;
  }
}

export function Layout({ children }: { children: ReactNode }) {
  const words = useWords();
  const person = useRouteLoaderData<typeof loader>('root')?.person ?? null;
  return (
    <html lang={words.language} data-color-scheme="auto">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="ds-skip-link" href="#innhold">
          {words.frame.skip}
        </a>
        <Header person={person} />
        <main id="innhold" className="page" tabIndex={-1}>
          {children}
        </main>
        <Footer />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  useArrival();
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}
