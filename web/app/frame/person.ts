import type { Right } from '@kursdugnad/core/contract/caller.js';
import { useRouteLoaderData } from 'react-router';
import type { loader } from '../root.js';

/** Who is signed in, as the frame shows it. */
export interface SignedIn {
  name: string;
  municipalityName: string;
  rights: Right[];
}

/** The person signed in, with rights and the units led; null where nobody is. */
export function usePerson() {
  return useRouteLoaderData<typeof loader>('root')?.person ?? null;
}
