export const accessibility = {
  title: 'Tilgjengelighets\u00aderklæring',
  introduction:
    'Alle skal kunne bruke Kursdugnad: med tastatur, skjermleser, forstørring, på mobil og uten JavaScript i guidene. Her står det hva vi holder oss til, hva vi har prøvd, og hva som mangler.',
  aim: {
    title: 'Det vi holder oss til',
    text: 'Norsk lov krever WCAG 2.1 på nivå AA, også for interne systemer. Vi sikter mot WCAG 2.2 på nivå AA, på alle sider og i alle oppgavetyper.',
  },
  tried: {
    title: 'Det vi har prøvd',
    points: [
      'Sidene prøves automatisk med axe-core hver gang koden endres.',
      'Vi går gjennom sidene med bare tastatur, på 320 piksler bredde og med 400 prosent forstørring.',
      'Farge er aldri det eneste som forteller noe: hver status har også en form og et ord.',
    ],
  },
  lacking: {
    title: 'Det som mangler',
    points: [
      'Ingen utenforstående har gransket løsningen, og vi har ikke prøvd den sammen med brukere av skjermleser ennå.',
      'Kurspakker fra andre leverandører vises slik de er laget. Vi kan ikke love at de er tilgjengelige.',
      'Kommunene har selv ansvar for tekst, bilder og film i guidene de lager.',
    ],
  },
  tell: {
    title: 'Si fra',
    text: 'Finner du noe som hindrer deg, si fra til kommunen din. Skriv hvilken side det gjelder, og hva du prøvde å gjøre.',
  },
};
