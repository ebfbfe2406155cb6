import { granfoss, lyngmo, solvik } from './region.js';
import type { CastMember } from './staff.js';

/** Whose guide each course folder is. */
export const publishers: Record<string, string[]> = {
  [solvik.orgnr]: [
    'velkommen-til-kommunen',
    'taushetsplikt',
    'informasjonssikkerhet',
    'hms-og-avvik',
    'brannvern',
    'trygg-bruk-av-ki',
    'forstehjelp',
    'forflytning',
    'barns-sikkerhet',
    'offentlighet-og-arkiv',
    'tilgjengelig-publisering',
    'lederstart',
  ],
  [granfoss.orgnr]: [
    'personvern',
    'varsling',
    'klarsprak',
    'etikk-og-habilitet',
    'legemiddelhandtering',
    'vold-og-trusler',
    'verneombud',
  ],
  [lyngmo.orgnr]: ['handhygiene'],
};

/** What a municipality has taken into use from the others. Granfoss has not found the guide on AI yet. */
export const adoptions: Record<string, string[]> = {
  [solvik.orgnr]: ['personvern', 'varsling', 'klarsprak', 'handhygiene'],
  [granfoss.orgnr]: [
    'velkommen-til-kommunen',
    'taushetsplikt',
    'informasjonssikkerhet',
    'hms-og-avvik',
    'brannvern',
    'handhygiene',
  ],
  [lyngmo.orgnr]: ['velkommen-til-kommunen', 'taushetsplikt', 'informasjonssikkerhet', 'brannvern'],
};

export interface DemoRequirement {
  competence: string;
  course: string;
  /** Null: everybody. */
  roles: string[] | null;
  validMonths: number | null;
  deadlineDays: number;
  /** In force for so many days. */
  since: number;
}

const care = ['Sykepleier', 'Helsefagarbeider', 'Assistent', 'Lærling'];
const kitchenAndChildren = ['Kokk', 'Barnehagelærer', 'Barne- og ungdomsarbeider'];
const office = ['Saksbehandler', 'NAV-veileder', 'Leder'];

const welcome: DemoRequirement = {
  competence: 'Velkommen',
  course: 'velkommen-til-kommunen',
  roles: null,
  validMonths: null,
  deadlineDays: 30,
  since: 900,
};
const secrecy: DemoRequirement = {
  competence: 'Taushetsplikt',
  course: 'taushetsplikt',
  roles: null,
  validMonths: 36,
  deadlineDays: 14,
  since: 1100,
};
const fire: DemoRequirement = {
  competence: 'Brannvern',
  course: 'brannvern',
  roles: null,
  validMonths: 12,
  deadlineDays: 30,
  since: 29,
};

/** What the two larger municipalities ask of everybody. */
const everybodyInTheLargeOnes: DemoRequirement[] = [
  welcome,
  secrecy,
  {
    competence: 'Informasjonssikkerhet',
    course: 'informasjonssikkerhet',
    roles: null,
    validMonths: 12,
    deadlineDays: 30,
    since: 800,
  },
  fire,
];

export const requirementsOf: Record<string, DemoRequirement[]> = {
  [solvik.orgnr]: [
    ...everybodyInTheLargeOnes,
    { competence: 'HMS og avvik', course: 'hms-og-avvik', roles: null, validMonths: 24, deadlineDays: 60, since: 400 },
    {
      competence: 'Håndhygiene',
      course: 'handhygiene',
      roles: [...care, ...kitchenAndChildren],
      validMonths: 24,
      deadlineDays: 14,
      since: 700,
    },
    {
      competence: 'Personvern',
      course: 'personvern',
      roles: [...office, 'Lærer', 'Sykepleier', 'IT-medarbeider'],
      validMonths: 24,
      deadlineDays: 60,
      since: 420,
    },
    { competence: 'Klarspråk', course: 'klarsprak', roles: office, validMonths: null, deadlineDays: 90, since: 200 },
    { competence: 'Varsling', course: 'varsling', roles: ['Leder'], validMonths: 24, deadlineDays: 60, since: 300 },
    {
      competence: 'Trygg bruk av KI',
      course: 'trygg-bruk-av-ki',
      roles: ['Saksbehandler', 'IT-medarbeider', 'Leder'],
      validMonths: 12,
      deadlineDays: 60,
      since: 45,
    },
  ],
  [granfoss.orgnr]: [
    ...everybodyInTheLargeOnes,
    {
      competence: 'Håndhygiene',
      course: 'handhygiene',
      roles: [...care, ...kitchenAndChildren],
      validMonths: 24,
      deadlineDays: 14,
      since: 700,
    },
    {
      competence: 'HMS og avvik',
      course: 'hms-og-avvik',
      roles: ['Leder', 'Driftsoperatør', 'Renholder', 'Brannkonstabel'],
      validMonths: 24,
      deadlineDays: 60,
      since: 400,
    },
    {
      competence: 'Personvern',
      course: 'personvern',
      roles: [...office, 'Sykepleier'],
      validMonths: 24,
      deadlineDays: 60,
      since: 420,
    },
    { competence: 'Varsling', course: 'varsling', roles: ['Leder'], validMonths: 24, deadlineDays: 60, since: 300 },
  ],
  [lyngmo.orgnr]: [
    welcome,
    secrecy,
    fire,
    { competence: 'Håndhygiene', course: 'handhygiene', roles: care, validMonths: 24, deadlineDays: 14, since: 700 },
  ],
};

/** Days since somebody in the cast last took a guide: three waiting for different reasons, one about to run out. */
export const ownHistories: Record<string, Record<string, number>> = {
  ingrid: { 'velkommen-til-kommunen': 870, taushetsplikt: 400, informasjonssikkerhet: 371, handhygiene: 695 },
  yusuf: { 'velkommen-til-kommunen': 900, taushetsplikt: 350, brannvern: 340, handhygiene: 90, 'hms-og-avvik': 500 },
};

type Right = CastMember['access'][number]['right'];
const everywhere = (right: Right) => [{ right, unit: null }];

/** Whom one may sign in as. `token` is the label and, without a colon, the bearer token too. */
export const cast: (CastMember & { token: string })[] = [
  {
    token: 'demo-learner',
    key: 'ingrid',
    name: 'Ingrid Moen',
    municipality: granfoss.orgnr,
    unit: 'Hjemmetjenesten sør',
    role: 'Helsefagarbeider',
    access: [],
  },
  {
    token: 'demo-leader',
    key: 'anne',
    name: 'Anne Berg Tveit',
    municipality: granfoss.orgnr,
    unit: 'Hjemmetjenesten sør',
    role: 'Leder',
    access: [],
  },
  {
    token: 'demo-coordinator',
    key: 'jonas',
    name: 'Jonas Haugland',
    municipality: granfoss.orgnr,
    unit: 'Personal og økonomi',
    role: 'Saksbehandler',
    access: everywhere('coordinator'),
  },
  {
    token: 'demo-admin',
    key: 'samira',
    name: 'Samira Hussain',
    municipality: granfoss.orgnr,
    unit: 'IT',
    role: 'IT-medarbeider',
    access: everywhere('administrator'),
  },
  {
    token: 'demo-author',
    key: 'kjersti',
    name: 'Kjersti Solheim',
    municipality: solvik.orgnr,
    unit: 'Personal og organisasjon',
    role: 'Saksbehandler',
    access: everywhere('author'),
  },
  {
    token: 'demo-learner:solvik',
    key: 'yusuf',
    name: 'Yusuf Ali',
    municipality: solvik.orgnr,
    unit: 'Avdeling 1',
    role: 'Sykepleier',
    access: [],
  },
  {
    token: 'demo-leader:solvik',
    key: 'gunnar',
    name: 'Gunnar Løken',
    municipality: solvik.orgnr,
    unit: solvik.name,
    role: 'Leder',
    access: [],
  },
  {
    token: 'demo-coordinator:solvik',
    key: 'hilde',
    name: 'Hilde Fosse',
    municipality: solvik.orgnr,
    unit: 'Personal og organisasjon',
    role: 'Saksbehandler',
    access: everywhere('coordinator'),
  },
  {
    token: 'demo-author:granfoss',
    key: 'ola',
    name: 'Ola Nygård',
    municipality: granfoss.orgnr,
    unit: 'Personal og økonomi',
    role: 'Saksbehandler',
    access: everywhere('author'),
  },
  {
    token: 'demo-author:lyngmo',
    key: 'solveig',
    name: 'Solveig Lunde',
    municipality: lyngmo.orgnr,
    unit: 'Kommunekontoret',
    role: 'Saksbehandler',
    access: [...everywhere('author'), ...everywhere('coordinator')],
  },
];
