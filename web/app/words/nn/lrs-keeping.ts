import { grouped } from '../../ui/grouped.js';
import type { Words } from '../words.js';

export const retention: Words['lrs']['retention'] = {
  title: 'Oppbevaring',
  introduction: 'Kor lenge kommunen tek vare på utsegner. Gamle utsegner blir sletta kvar natt etter desse reglane.',
  saved: 'Reglane er lagra, og gjeld frå i natt.',
  neverRun: 'Ingenting er sletta etter desse reglane enno.',
  lastRun: (when, count) => `Sist køyrt ${when}. Då vart ${grouped(count)} utsegner sletta.`,
  categories: {
    answers: { name: 'Svar', what: 'Kva nokon har svart på oppgåver.' },
    progress: { name: 'Framdrift', what: 'Opna, lese og kome vidare.' },
    evidence: { name: 'Dokumentasjon', what: 'Fullført, bestått, ikkje bestått og stadfesta.' },
    other: { name: 'Anna', what: 'Alt anna som andre system melder.' },
  },
  monthsNote: 'Skriv talet på månader. La feltet stå tomt for å behalde alt utan sluttdato.',
  problem: 'Skriv eit heilt tal frå 1 til 600 månader, eller la feltet stå tomt.',
  tryIt: 'Sjå kva det tyder',
  trial: {
    title: 'Dette ville bli sletta i dag',
    introduction: 'Ingenting er lagra eller sletta enno.',
    category: 'Utsegner',
    months: 'Månader',
    forGood: 'for alltid',
    stored: 'Er her i dag',
    go: 'Blir sletta',
    stays: 'Gamle, men blir',
    sure: 'Skal reglane gjelde?',
    what: 'Det som er gammalt nok, blir likevel liggjande når ei gjennomføring byggjer på det. Det som er sletta, kan ikkje hentast tilbake.',
    yes: 'Ja, lagre reglane',
    no: 'Nei, gå tilbake',
  },
};

export const erasure: Words['lrs']['erasure'] = {
  title: 'Slett ein person',
  introduction: 'For den som har krav på å bli gløymd. Du får sjå kva som skjer før noko blir sletta.',
  note: 'Den som sluttar, treng du ikkje slette: det ordnar personalsystemet.',
  find: 'Namn eller e-post',
  search: 'Søk',
  nobody: { title: 'Fann ingen', todo: 'Prøv ein annan del av namnet, eller e-posten.' },
  erased: 'Personen er sletta.',
  confirm: {
    title: (name) => `Slett ${name}?`,
    forGood: 'Dette kan ikkje angrast.',
    deleted: 'Blir sletta',
    nameless: 'Blir liggjande utan namn',
    kinds: {
      documents: 'Kor langt personen er i kurs',
      attachments: 'Vedlegg',
      fulfilments: 'Krav og oppfyllingar',
      mails: 'E-postar',
      employments: 'Stillingsforhold',
      statements: 'Utsegner',
      registrations: 'Gjennomgangar av kurs',
    },
    logged: 'At nokon er sletta, når og av kven, blir logga. Kven som vart sletta, blir det ikkje.',
    sure: (name) => `Eg forstår at ${name} blir sletta for godt`,
    sureProblem: 'Kryss av for at du forstår at dette ikkje kan angrast.',
    yes: 'Slett for godt',
    no: 'Avbryt',
  },
};
