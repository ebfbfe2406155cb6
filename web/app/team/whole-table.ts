import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import { teamCompletion } from '@kursdugnad/core/contract/teams.js';
import type { Route } from './+types/whole-table.js';
import { api } from '../server/api.server.js';
import { addressWith, askedOf, filterIn } from './completion-filter.js';

/** The whole of a long table, for the script to fetch when the first rows are on screen. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const filter = filterIn(new URL(request.url).searchParams);
  const table = await api(request, context).call(teamCompletion, { unit: params.unit, ...askedOf(filter) });
  return { table, today: dayInNorway(table.at), of: addressWith(filter, {}) };
}
