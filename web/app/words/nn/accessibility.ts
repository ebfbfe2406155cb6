import type { Words } from '../words.js';

export const accessibility: Words['accessibility'] = {
  title: 'Tilgjenge\u00aderklæring',
  introduction:
    'Alle skal kunne bruke Kursdugnad: med tastatur, skjermlesar, forstørring, på mobil og utan JavaScript i guidane. Her står det kva vi held oss til, kva vi har prøvd, og kva som manglar.',
  aim: {
    title: 'Det vi held oss til',
    text: 'Norsk lov krev WCAG 2.1 på nivå AA, òg for interne system. Vi siktar mot WCAG 2.2 på nivå AA, på alle sider og i alle oppgåvetypar.',
  },
  tried: {
    title: 'Det vi har prøvd',
    points: [
      'Sidene blir prøvde automatisk med axe-core kvar gong koden blir endra.',
      'Vi går gjennom sidene med berre tastatur, på 320 pikslar breidd og med 400 prosent forstørring.',
      'Farge er aldri det einaste som fortel noko: kvar status har òg ei form og eit ord.',
    ],
  },
  lacking: {
    title: 'Det som manglar',
    points: [
      'Ingen utanforståande har granska løysinga, og vi har ikkje prøvd ho saman med brukarar av skjermlesar enno.',
      'Kurspakkar frå andre leverandørar blir viste slik dei er laga. Vi kan ikkje love at dei er tilgjengelege.',
      'Kommunane har sjølve ansvar for tekst, bilete og film i guidane dei lagar.',
    ],
  },
  tell: {
    title: 'Sei frå',
    text: 'Finn du noko som hindrar deg, sei frå til kommunen din. Skriv kva side det gjeld, og kva du prøvde å gjere.',
  },
};
