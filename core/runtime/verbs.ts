import type { LanguageMap, Verb } from '../xapi/statement.js';

/** What happens to learners, in the words other systems know: ADL's verbs, and Activity Streams' `confirm` and `request`. */
export const verbIds = {
  launched: 'http://adlnet.gov/expapi/verbs/launched',
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  experienced: 'http://adlnet.gov/expapi/verbs/experienced',
  responded: 'http://adlnet.gov/expapi/verbs/responded',
  confirmed: 'http://activitystrea.ms/schema/1.0/confirm',
  /** A hint that costs points. */
  asked: 'http://adlnet.gov/expapi/verbs/asked',
  /** The sign-off of a practical task is asked for, and given. */
  requested: 'http://activitystrea.ms/schema/1.0/request',
  mastered: 'http://adlnet.gov/expapi/verbs/mastered',
  /** The questions are taken again: a new attempt. */
  attempted: 'http://adlnet.gov/expapi/verbs/attempted',
  /** In a newer version: the run goes on there. */
  resumed: 'http://adlnet.gov/expapi/verbs/resumed',
  progressed: 'http://adlnet.gov/expapi/verbs/progressed',
  scored: 'http://adlnet.gov/expapi/verbs/scored',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
} as const;
export type VerbName = keyof typeof verbIds;

const said: Record<VerbName, LanguageMap> = {
  launched: { nb: 'åpnet', nn: 'opna', en: 'launched' },
  initialized: { nb: 'startet', nn: 'starta', en: 'initialized' },
  experienced: { nb: 'leste', nn: 'las', en: 'experienced' },
  responded: { nb: 'svarte på', nn: 'svara på', en: 'responded' },
  confirmed: { nb: 'bekreftet', nn: 'stadfesta', en: 'confirmed' },
  asked: { nb: 'ba om hjelp til', nn: 'bad om hjelp til', en: 'asked for help with' },
  requested: { nb: 'ba om signering av', nn: 'bad om signering av', en: 'requested sign-off of' },
  mastered: { nb: 'fikk godkjent', nn: 'fekk godkjent', en: 'mastered' },
  attempted: { nb: 'begynte på nytt på', nn: 'byrja på nytt på', en: 'attempted' },
  resumed: { nb: 'fortsatte på', nn: 'heldt fram med', en: 'resumed' },
  progressed: { nb: 'kom videre i', nn: 'kom vidare i', en: 'progressed' },
  scored: { nb: 'fikk poeng på', nn: 'fekk poeng på', en: 'scored' },
  completed: { nb: 'fullførte', nn: 'fullførte', en: 'completed' },
  passed: { nb: 'besto', nn: 'bestod', en: 'passed' },
  failed: { nb: 'besto ikke', nn: 'bestod ikkje', en: 'failed' },
  terminated: { nb: 'avsluttet', nn: 'avslutta', en: 'terminated' },
};

export function verb(name: VerbName): Verb {
  return { id: verbIds[name], display: said[name] };
}

/** cmi5's extension of `result`: whole per cent, 0 to 100. */
export const progressExtension = 'https://w3id.org/xapi/cmi5/result/extensions/progress';
