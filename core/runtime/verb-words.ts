import type { LanguageMap } from '../xapi/statement.js';
import { verb, verbIds, type VerbName } from './verbs.js';

/** Verbs that packages and other systems use, who often say only English of them. */
const others: Record<string, LanguageMap> = {
  'http://adlnet.gov/expapi/verbs/answered': { nb: 'svarte på', nn: 'svara på', en: 'answered' },
  'http://adlnet.gov/expapi/verbs/attended': { nb: 'deltok på', nn: 'deltok på', en: 'attended' },
  'http://adlnet.gov/expapi/verbs/interacted': { nb: 'brukte', nn: 'brukte', en: 'interacted with' },
  'http://adlnet.gov/expapi/verbs/suspended': { nb: 'tok pause i', nn: 'tok pause i', en: 'suspended' },
  'http://adlnet.gov/expapi/verbs/terminated': { nb: 'avsluttet', nn: 'avslutta', en: 'terminated' },
  'https://w3id.org/xapi/adl/verbs/abandoned': { nb: 'forlot', nn: 'forlét', en: 'abandoned' },
  'https://w3id.org/xapi/adl/verbs/satisfied': { nb: 'oppfylte kravene i', nn: 'oppfylte krava i', en: 'satisfied' },
  'https://w3id.org/xapi/adl/verbs/waived': { nb: 'fikk fritak for', nn: 'fekk fritak for', en: 'waived' },
  'http://adlnet.gov/expapi/verbs/voided': { nb: 'trakk tilbake', nn: 'trekte tilbake', en: 'voided' },
};

const ours = (Object.keys(verbIds) as VerbName[]).map((name) => [verbIds[name], verb(name).display ?? {}] as const);

/** What the verbs we know are called in a sentence: IRI → nb, nn and en. Ours first. */
export const verbWords: ReadonlyMap<string, LanguageMap> = new Map([...ours, ...Object.entries(others)]);
