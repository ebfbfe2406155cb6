import type { ProblemDetails, ProblemKind } from '@kursdugnad/core/contract/problem.js';
import type { Language } from '@kursdugnad/core/course/course.js';

/** The same sentence in every language of the interface. */
export type Said = Record<Language, string>;

/** The one error that use cases throw: why not, in words for the person who asked. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly said: Said,
    readonly problems?: ProblemDetails['problems'],
    readonly current?: ProblemDetails['current'],
  ) {
    super(said.en);
    this.name = 'Problem';
  }
}

/** Unknown, or another municipality's: the two must look the same from outside. */
export function notFound(said: Said = unknownThing): Problem {
  return new Problem('not-found', said);
}

const unknownThing: Said = {
  nb: 'Dette finnes ikke, eller du har ikke tilgang til det.',
  nn: 'Dette finst ikkje, eller du har ikkje tilgang til det.',
  en: 'This does not exist, or you have no access to it.',
};

export const statusOf: Record<ProblemKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  precondition: 412,
  'too-large': 413,
  'unsupported-media': 415,
  unprocessable: 422,
  'too-many': 429,
  unavailable: 503,
};

const titles: Record<ProblemKind, Said> = {
  invalid: {
    nb: 'Noe i forespørselen er feil',
    nn: 'Noko i førespurnaden er feil',
    en: 'Something in the request is wrong',
  },
  unauthenticated: { nb: 'Du er ikke logget inn', nn: 'Du er ikkje logga inn', en: 'You are not signed in' },
  forbidden: { nb: 'Du har ikke tilgang', nn: 'Du har ikkje tilgang', en: 'You have no access' },
  'not-found': { nb: 'Fant ikke det du ba om', nn: 'Fann ikkje det du bad om', en: 'Not found' },
  conflict: { nb: 'Det kan ikke gjøres nå', nn: 'Det kan ikkje gjerast no', en: 'This cannot be done now' },
  precondition: {
    nb: 'Noen andre har endret dette',
    nn: 'Nokon andre har endra dette',
    en: 'Somebody else has changed this',
  },
  'too-large': { nb: 'Det du sendte er for stort', nn: 'Det du sende er for stort', en: 'What you sent is too large' },
  'unsupported-media': {
    nb: 'Filtypen kan ikke brukes her',
    nn: 'Filtypen kan ikkje brukast her',
    en: 'This type cannot be used here',
  },
  unprocessable: {
    nb: 'Innholdet har feil som må rettes',
    nn: 'Innhaldet har feil som må rettast',
    en: 'The content has mistakes',
  },
  'too-many': { nb: 'For mange forsøk', nn: 'For mange forsøk', en: 'Too many attempts' },
  unavailable: { nb: 'Tjenesten er ikke klar', nn: 'Tenesta er ikkje klar', en: 'The service is not ready' },
};

/** RFC 9457 in the language of the one who asked. */
export function detailsOf(problem: Problem, language: Language, instance: string): ProblemDetails {
  return {
    type: `urn:kursdugnad:problem:${problem.kind}`,
    title: titles[problem.kind][language],
    status: statusOf[problem.kind],
    detail: problem.said[language],
    instance,
    ...(problem.problems ? { problems: problem.problems } : {}),
    ...(problem.current ? { current: problem.current } : {}),
  };
}
