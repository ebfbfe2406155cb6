import type { StatementFilter } from '@kursdugnad/core/contract/statement-viewer.js';
import { instantInNorway } from './norway-time.js';

/** The filter as the address and the form have it. '' is no filter. Times are those of clocks in Norway. */
export interface Filter {
  person: string;
  verb: string;
  aktivitet: string;
  registrering: string;
  kilde: string;
  fra: string;
  til: string;
}
export type FilterField = keyof Filter;

export const noFilter: Filter = { person: '', verb: '', aktivitet: '', registrering: '', kilde: '', fra: '', til: '' };
const fields = Object.keys(noFilter) as FilterField[];
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const iri = /^[a-z][a-z0-9+.-]*:[^\s<>"]+$/i;

/** `?person=kari&verb=http://…&fra=2026-11-21T08:00`; what is not known is left out. */
export function filterIn(search: URLSearchParams): Filter {
  const text = (field: FilterField) => (search.get(field) ?? '').trim().slice(0, 2000);
  return {
    person: text('person'),
    verb: text('verb'),
    aktivitet: text('aktivitet'),
    registrering: text('registrering'),
    kilde: text('kilde'),
    fra: text('fra'),
    til: text('til'),
  };
}

export function isNarrowed(filter: Filter): boolean {
  return fields.some((field) => filter[field] !== '');
}

/** The filter as api hears it, and the fields that hold something that cannot be used. */
export function askedOf(filter: Filter): { asked: Partial<StatementFilter>; notUnderstood: FilterField[] } {
  const { person, verb, aktivitet, registrering, kilde, fra, til } = filter;
  const [since, until] = [instantInNorway(fra), instantInNorway(til)];
  const isWrong: Record<FilterField, boolean> = {
    person: false,
    verb: verb !== '' && !iri.test(verb),
    aktivitet: aktivitet !== '' && !iri.test(aktivitet),
    registrering: registrering !== '' && !uuid.test(registrering),
    kilde: kilde.length > 100,
    fra: fra !== '' && since === null,
    til: til !== '' && until === null,
  };
  return {
    notUnderstood: fields.filter((field) => isWrong[field]),
    asked: {
      ...(person && { person }),
      ...(verb && !isWrong.verb && { verb }),
      ...(aktivitet && !isWrong.aktivitet && { activity: aktivitet }),
      ...(registrering && !isWrong.registrering && { registration: registrering.toLowerCase() }),
      ...(kilde && !isWrong.kilde && { source: kilde }),
      ...(since && { since }),
      ...(until && { until: lastOf(until) }),
    },
  };
}

/** The page of statements with this filter: the newest, or those `from` a place in the order of storing. */
export function addressOf(filter: Partial<Filter>, from: string | null = null): string {
  const search = new URLSearchParams();
  for (const field of fields) if (filter[field]) search.set(field, filter[field]);
  if (from !== null) search.set('sted', from);
  const query = search.toString();
  return `/administrasjon/utsagn${query === '' ? '' : `?${query}`}`;
}

/** A minute is there until it is over. */
function lastOf(minute: string): string {
  return minute.replace(/:00\.000Z$/, ':59.999Z');
}
