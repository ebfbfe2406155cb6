import type { Words } from '../words.js';

export const versions: Words['versions'] = {
  added: (names) => `Nytt: ${names}.`,
  changed: (names) => `Endra: ${names}.`,
  removed: (names) => `Teke bort: ${names}.`,
  redo: (names) => `Dei som er i gang, gjer på nytt: ${names}.`,
  redoAll: 'Alle tek guiden på nytt, også dei som var ferdige.',
  texts: (count) => (count === 1 ? 'éin tekst' : `${count} tekstar`),
  more: (count) => `og ${count} til`,
  publish: {
    title: 'Kva som er endra',
    kept: 'Dei som er i gang, held fram i den nye versjonen og beheld det dei har gjort. Dei som er ferdige, er framleis ferdige.',
    onlyWords: 'Berre ordlyd, bilete eller rekkjefølgje er endra. Ingen treng å gjere noko på nytt.',
    cosmetic: (count) =>
      count === 1 ? 'I tillegg er éin ting berre sagt annleis.' : `I tillegg er ${count} ting berre sagt annleis.`,
    ask: 'Kva skal dei som er i gang, gjere på nytt?',
    askHint: 'Vi har kryssa av det vi foreslår. Det er du som bestemmer.',
    all: 'Alle skal ta heile guiden på nytt, også dei som er ferdige',
    allHint: 'Dei som har guiden som krav, får same frist som første gongen.',
  },
};
