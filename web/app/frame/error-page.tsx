import { isRouteErrorResponse, useLocation, useRouteLoaderData } from 'react-router';
import type { loader } from '../root.js';
import type { Refused } from '../server/api.server.js';
import { useArrival } from './arrival.js';
import { ErrorMessage } from './error-message.js';

/** Stands in the page's place when a loader, an action or the page itself failed. */
export function ErrorPage({ error }: { error: unknown }) {
  useArrival();
  const { pathname, search } = useLocation();
  const root = useRouteLoaderData<typeof loader>('root');
  const refused = isRouteErrorResponse(error) ? (error.data as Partial<Refused> | null) : null;
  return (
    <ErrorMessage
      status={isRouteErrorResponse(error) ? error.status : 500}
      here={pathname + search}
      requestId={refused?.requestId ?? root?.requestId}
    />
  );
}
