import type { searchCatalogue } from '@kursdugnad/core/contract/catalogue.js';
import type { Asked } from '@kursdugnad/core/contract/conversation.js';
import type { Language, Licence } from '@kursdugnad/core/course/course.js';

export const catalogueLanguages: readonly Language[] = ['nb', 'nn', 'en'];
export const catalogueLicences: readonly Licence[] = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-ND-4.0', 'CC0-1.0'];
export const lengths = [5, 10, 15, 30] as const;
const uses = { ja: 'yes', nei: 'no' } as const;

/** The search as the address and the form have it. '' is no filter. */
export interface CatalogueSearch {
  sok: string;
  emne: string;
  sprak: string;
  lisens: string;
  utgiver: string;
  minutter: string;
  ibruk: string;
}

export function searchIn(search: URLSearchParams): CatalogueSearch {
  const said = (name: string) => (search.get(name) ?? '').trim();
  return {
    sok: said('sok').slice(0, 200),
    emne: said('emne'),
    sprak: said('sprak'),
    lisens: said('lisens'),
    utgiver: said('utgiver'),
    minutter: said('minutter'),
    ibruk: said('ibruk'),
  };
}

/** Whether anything but the words narrows the search. */
export function hasFilters({ sok: _sok, ...filters }: CatalogueSearch): boolean {
  return Object.values(filters).some((value) => value !== '');
}

/** The search as api hears it; what is not understood is left out. */
export function askedOf(search: CatalogueSearch): Asked<typeof searchCatalogue> {
  const language = catalogueLanguages.find((one) => one === search.sprak);
  const licence = catalogueLicences.find((one) => one === search.lisens);
  const maxMinutes = lengths.find((one) => String(one) === search.minutter);
  const inUse = Object.hasOwn(uses, search.ibruk) ? uses[search.ibruk as keyof typeof uses] : undefined;
  return {
    ...(search.sok && { q: search.sok }),
    ...(search.emne && { topic: search.emne.slice(0, 60) }),
    ...(search.utgiver && { publisher: search.utgiver.slice(0, 120) }),
    ...(language && { language }),
    ...(licence && { licence }),
    ...(maxMinutes && { maxMinutes }),
    ...(inUse && { inUse }),
  };
}
