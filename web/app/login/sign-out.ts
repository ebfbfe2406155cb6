import { signOut } from '@kursdugnad/core/contract/login.js';
import { redirect } from 'react-router';
import type { Route } from './+types/sign-out.js';
import { plainApi } from '../server/api.server.js';
import { endedSessionHeader } from '../server/session.server.js';

export async function action({ request, context }: Route.ActionArgs) {
  // A session that is over already is signed out too.
  await plainApi(request, context)
    .call(signOut, {})
    .catch(() => undefined);
  return redirect('/logg-inn', { headers: { 'set-cookie': endedSessionHeader(context) } });
}

export function loader() {
  return redirect('/');
}
