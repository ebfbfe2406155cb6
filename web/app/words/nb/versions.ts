/** What a new version changed, to authors before they publish and to everybody after. */
export const versions = {
  added: (names: string) => `Nytt: ${names}.`,
  changed: (names: string) => `Endret: ${names}.`,
  removed: (names: string) => `Tatt bort: ${names}.`,
  redo: (names: string) => `De som er i gang, gjør på nytt: ${names}.`,
  redoAll: 'Alle tar guiden på nytt, også de som var ferdige.',
  texts: (count: number) => (count === 1 ? 'én tekst' : `${count} tekster`),
  more: (count: number) => `og ${count} til`,
  publish: {
    title: 'Hva som er endret',
    kept: 'De som er i gang, fortsetter i den nye versjonen og beholder det de har gjort. De som er ferdige, er fortsatt ferdige.',
    onlyWords: 'Bare ordlyd, bilder eller rekkefølge er endret. Ingen trenger å gjøre noe på nytt.',
    cosmetic: (count: number) =>
      count === 1 ? 'I tillegg er én ting bare sagt annerledes.' : `I tillegg er ${count} ting bare sagt annerledes.`,
    ask: 'Hva skal de som er i gang, gjøre på nytt?',
    askHint: 'Vi har krysset av det vi foreslår. Det er du som bestemmer.',
    all: 'Alle skal ta hele guiden på nytt, også de som er ferdige',
    allHint: 'De som har guiden som krav, får samme frist som første gang.',
  },
};
