/** The headings that rules lead to, by the page of `docs/forfattere` they stand on. */
export const manualPages: Record<string, readonly string[]> = {
  'skrive-en-guide.md': ['Skrive en guide', 'Leksjoner'],
  'tekst-og-bilder.md': [
    ...['Tekst, lister, tabeller og sitater', 'Merknader', 'Tekst å folde ut', 'Ord som forklares', 'Steg for steg'],
    ...['Tabeller', 'Vedlegg', 'Bilder og film', 'Lyd', 'Ord på andre språk', 'Klart språk'],
  ],
  'opplysninger.md': [
    ...['Øverst: opplysninger om guiden', 'Rettigheter', 'Det som er ulikt fra kommune til kommune'],
    'Publisere med en feil',
  ],
  'sprak.md': ['Flere språk', 'Faste merker'],
};

/** Where a heading stands; what the other pages do not have is about questions. */
export function manualPage(heading: string): string {
  return Object.keys(manualPages).find((page) => manualPages[page]?.includes(heading)) ?? 'sporsmal.md';
}
