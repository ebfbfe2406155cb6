import type { TeamFilter } from '@kursdugnad/core/contract/teams.js';

/** What an address calls the states one may ask for. */
export const stateChoices = {
  'over-fristen': 'expired,missing',
  'gar-ut': 'expiring',
  'har-tid': 'not-yet-due',
  'i-orden': 'fulfilled',
} as const;
export type StateChoice = keyof typeof stateChoices;

const sortings = { 'haster-forst': 'attention', navn: 'name', rolle: 'role', enhet: 'unit' } as const;
export type Sorting = keyof typeof sortings;

/** The filter as the address and the form have it. '' is no filter. */
export interface Filter {
  krav: string;
  status: StateChoice | '';
  navn: string;
  sorter: Sorting;
}

/** `?krav=…&status=over-fristen&navn=kari&sorter=navn`; what is not understood is left out. */
export function filterIn(search: URLSearchParams): Filter {
  const { krav, status, navn, sorter } = Object.fromEntries(search);
  return {
    krav: krav ?? '',
    status: status !== undefined && Object.hasOwn(stateChoices, status) ? (status as StateChoice) : '',
    navn: (navn ?? '').trim(),
    sorter: sorter !== undefined && Object.hasOwn(sortings, sorter) ? (sorter as Sorting) : 'haster-forst',
  };
}

export function isNarrowed({ krav, status, navn }: Filter): boolean {
  return krav !== '' || status !== '' || navn !== '';
}

/** The filter as api hears it. */
export function askedOf({ krav, status, navn, sorter }: Filter): Partial<TeamFilter> {
  return {
    ...(krav && { requirement: krav }),
    ...(status && { states: stateChoices[status] }),
    ...(navn && { name: navn }),
    sort: sortings[sorter],
  };
}

/** The address of the same table with something changed: `?status=over-fristen`, or '?' for all of it. */
export function addressWith(filter: Filter, change: Partial<Filter>, from = 0): string {
  const { krav, status, navn, sorter } = { ...filter, ...change };
  const search = new URLSearchParams();
  if (krav) search.set('krav', krav);
  if (status) search.set('status', status);
  if (navn) search.set('navn', navn);
  if (sorter !== 'haster-forst') search.set('sorter', sorter);
  if (from > 0) search.set('fra', String(from));
  return `?${search.toString()}`;
}

/** Exactly the table on screen as a file. */
export function exportAddress(unit: string, filter: Filter, format: 'csv' | 'xlsx'): string {
  const search = new URLSearchParams({ ...askedOf(filter), format });
  return `/api/teams/${unit}/export?${search.toString()}`;
}
