import { grouped } from '../../ui/grouped.js';
import type { Words } from '../words.js';

export const author: Words['author'] = {
  title: 'Kursa mine',
  introduction: 'Guidane kommunen har publisert, og korleis det går med dei.',
  empty: {
    title: 'Kommunen har ikkje publisert nokon guide enno',
    todo: 'Du skriv guiden i vanlege tekstfiler, ser han medan du skriv, og publiserer når han er klar.',
  },
  first: {
    title: 'Lag den første guiden',
    make: 'Lag ei mappe med eit utkast:',
    preview: 'Skriv, og sjå sida ved sida av:',
    check: 'Få vite kva som er gale, og på kva linje:',
    publish: 'Publiser:',
  },
  version: (number) => `Versjon ${number}`,
  publishedOn: (date) => `publisert ${date}`,
  course: 'Guide',
  registrations: 'Påbyrja',
  completed: 'Fullført',
  users: 'Kommunar',
  youAreHere: 'Du er her',

  use: {
    summary: (registrations, completed) =>
      `${grouped(registrations)} har byrja på guiden, og ${grouped(completed)} har fullført han.`,
    numbersOnly: 'Du ser berre tal, aldri kven som har svart kva.',
    catalogue: 'Sjå han i katalogen',
    who: 'Kven bruker han',
    municipality: 'Kommune',
    meanScore: 'Rett i snitt',
    percent: (percent) => `${percent} %`,
    noScore: 'utan poeng',
    nobody: 'Ingen har byrja på guiden enno.',
    questions: 'Oppgåvene',
    questionsNote: 'Delen som svarte rett på første forsøk. Vert vist når minst fem har svart.',
    question: 'Oppgåve',
    answers: 'Svar',
    rightFirst: 'Rett på første forsøk',
    tooFew: 'for få svar',
    noQuestions: 'Ingen har svart på oppgåvene enno.',
    versions: 'Versjonar',
    note: 'Kva som er nytt',
    noNote: 'ingen merknad',
    by: (date, by) => `${date}, av ${by}`,
    publish: 'Publiser neste versjon',
    publishNote:
      'Endre guiden i mappa si, og køyr denne linja i eit terminalvindauge. Dei som er i gang, fullfører versjonen dei byrja på.',
    key: 'Byt ut NØKKEL med din eigen nøkkel. Han får du av den som administrerer Kursdugnad i kommunen.',
    keyWord: 'NØKKEL',
    noteWord: 'Kva som er nytt',
    folderWord: 'mappa-til-guiden',
    command: 'Kommandoen som publiserer',
    copy: 'Kopier',
    copied: 'Kopiert',
  },
};
