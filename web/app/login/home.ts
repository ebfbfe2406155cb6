import { redirect } from 'react-router';
import type { Route } from './+types/home.js';
import { hasSession } from '../server/session.server.js';

export function loader({ request, context }: Route.LoaderArgs) {
  return redirect(hasSession(request, context) ? '/mine-guider' : '/logg-inn');
}
