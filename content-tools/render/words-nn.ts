import type { Words } from './words.js';

// The conjunction is the same in Bokmål, which every browser has.
const listed = new Intl.ListFormat('nb');

export const words: Words = {
  skip: 'Hopp til innhaldet',
  home: 'Guidane mine',
  contents: 'Innhald',
  languages: 'Språk',
  lessonOf: (number, total) => `Leksjon ${number} av ${total}`,
  done: (percent) => `${percent} % gjort`,
  minutes: (count) => (count === 1 ? 'Om lag eitt minutt' : `Om lag ${count} minutt`),
  previous: 'Førre',
  next: 'Neste',
  result: 'Resultat',
  seeResult: 'Sjå resultatet',

  callout: { husk: 'Hugs', tips: 'Tips', viktig: 'Viktig', eksempel: 'Døme' },
  table: 'Tabell',
  transcript: 'Filmen i ord',
  downloadFilm: 'Last ned filmen',
  captionsIn: { nb: 'Bokmål', nn: 'Nynorsk', en: 'Engelsk' },

  question: 'Spørsmål',
  chooseOne: 'Vel eitt svar.',
  chooseAll: 'Vel alle svara som passar.',
  yourAnswer: 'Svaret ditt',
  answer: 'Svar',
  answerAgain: 'Svar på nytt',
  tries: (count) => (count === 1 ? 'Du har eitt forsøk.' : `Du har ${count} forsøk.`),
  triesLeft: (count) => (count === 1 ? 'Du har eitt forsøk igjen.' : `Du har ${count} forsøk igjen.`),
  worth: (points) => `Tel ${points} poeng.`,
  verdict: { right: 'Rett.', 'not-yet': 'Ikkje rett enno.', wrong: 'Det var ikkje rett.' },
  mark: { 'taken-right': 'Svaret ditt er rett', right: 'Rett svar', 'taken-wrong': 'Svaret ditt er ikkje rett' },
  rightAnswer: (answer) => `Rett svar: ${answer}`,
  chooseFirst: 'Vel eit svar først.',
  writeFirst: 'Skriv eit svar først.',
  triedAlready: 'Det svaret har du prøvd. Prøv eit anna.',

  declaration: 'Erklæring',
  confirm: 'Stadfest',
  confirmed: (date) => `Stadfesta ${date}`,
  tickFirst: 'Kryss av i ruta først.',

  lessonDone: 'Ferdig',
  lessonLeft: (count) => `${count} igjen`,
  lessonNew: 'Ikkje byrja',

  completed: 'Ferdig',
  completedNote: 'Du er ferdig med guiden.',
  goOn: 'Hald fram',
  notCompleted: 'Ikkje ferdig enno',
  score: (raw, max, percent) => `Du fekk ${raw} av ${max} poeng, det er ${percent} %.`,
  scoreSoFar: (raw, max) => `Så langt har du ${raw} av ${max} poeng.`,
  passMark: (percent) => `For å bestå treng du ${percent} %.`,
  missing: ({ lessons, questions, declarations }) =>
    `Du er ferdig når du har ${listed.format(
      [
        lessons && `lese ${lessons === 1 ? 'éin leksjon' : `${lessons} leksjonar`} til`,
        questions && `svart på ${questions === 1 ? 'eitt spørsmål' : `${questions} spørsmål`}`,
        declarations && `stadfesta ${declarations === 1 ? 'éi erklæring' : `${declarations} erklæringar`}`,
      ].filter((part) => typeof part === 'string'),
    )}.`,
  openLesson: (title) => `Les «${title}»`,
  answerQuestion: (prompt) => `Svar på «${prompt}»`,
  confirmDeclaration: (title) => `Stadfest «${title}»`,
  belowPassMark: (percent, passMark) => `Du fekk ${percent} %, og du treng ${passMark} % for å bestå.`,
  restart: 'Ta spørsmåla på nytt',
  restartKeeps: 'Det du har lese og stadfesta, gjeld framleis.',

  saving: 'Lagrar …',
  saved: 'Lagra ✓',
  notSent: 'Ikkje sendt enno. Svaret ligg trygt på denne eininga.',
  notSentNorKept: 'Ikkje sendt enno. La sida vere open til svaret er sendt.',
  signedOut: 'Du er logga ut. Svaret ligg trygt på denne eininga og blir sendt når du loggar inn.',
  signedOutNotKept: 'Du er logga ut, og det siste svaret er ikkje lagra.',
  logIn: 'Logg inn',
  refused: 'Det siste du gjorde, vart ikkje teke imot. Last sida på nytt og prøv igjen.',
  previewOnly: 'Førehandsvising. Ingenting blir lagra.',
  notSaved: 'Svaret vart ikkje lagra. Prøv igjen.',

  publisher: (name) => `Laga av ${name}`,
  sources: 'Byggjer på',
  licence: {
    'CC-BY-4.0': 'Kan brukast av alle med tilvising (CC BY 4.0)',
    'CC-BY-SA-4.0': 'Kan brukast av alle med tilvising, på same vilkår (CC BY-SA 4.0)',
    'CC-BY-ND-4.0': 'Kan brukast av alle med tilvising, utan endringar (CC BY-ND 4.0)',
    'CC0-1.0': 'Kan brukast fritt av alle (CC0 1.0)',
  },
  accessibility: 'Tilgjengeerklæring',
};
