import type { Said } from '../../http/problem.js';

export const wrongAddress: Said = {
  nb: 'Adressen må begynne med https:// og peke på en LRS på internett, for eksempel https://lrs.example.no/xapi.',
  nn: 'Adressa må begynne med https:// og peike på ein LRS på internett, til dømes https://lrs.example.no/xapi.',
  en: 'The address must begin with https:// and be that of an LRS on the internet, such as https://lrs.example.no/xapi.',
};

export const notAnIri: Said = {
  nb: 'Et verb eller en aktivitet er en hel adresse (IRI), for eksempel http://adlnet.gov/expapi/verbs/completed.',
  nn: 'Eit verb eller ein aktivitet er ei heil adresse (IRI), til dømes http://adlnet.gov/expapi/verbs/completed.',
  en: 'A verb or an activity is a whole address (IRI), such as http://adlnet.gov/expapi/verbs/completed.',
};
