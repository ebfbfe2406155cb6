import type { Said } from '../../http/problem.js';
import type { TargetFault } from './target.js';

/** Why nothing gets through, and what to do, for an administrator. */
export function faultInWords({ kind, status = 0, code = '' }: TargetFault): Said {
  return words[kind](status, code);
}

const words: Record<TargetFault['kind'], (status: number, code: string) => Said> = {
  address: () => ({
    nb: 'Adressen leder inn i et lukket nett. Bruk en adresse på internett.',
    nn: 'Adressa leier inn i eit lukka nett. Bruk ei adresse på internett.',
    en: 'The address leads into a closed network. Use one on the internet.',
  }),
  away: (_, code) => ({
    nb: `Mottakeren svarer ikke${inBrackets(code)}. Vi prøver igjen av oss selv.`,
    nn: `Mottakaren svarar ikkje${inBrackets(code)}. Vi prøver igjen av oss sjølve.`,
    en: `The receiver does not answer${inBrackets(code)}. We try again by ourselves.`,
  }),
  slow: () => ({
    nb: 'Mottakeren svarte ikke på 20 sekunder. Vi prøver igjen av oss selv.',
    nn: 'Mottakaren svara ikkje på 20 sekund. Vi prøver igjen av oss sjølve.',
    en: 'The receiver did not answer within 20 seconds. We try again by ourselves.',
  }),
  key: (status) => ({
    nb: `Mottakeren godtar ikke nøkkelen (${status}). Be om en ny, og bytt den her.`,
    nn: `Mottakaren godtek ikkje nøkkelen (${status}). Be om ein ny, og byt han her.`,
    en: `The receiver does not accept the key (${status}). Ask for a new one and change it here.`,
  }),
  redirect: (status) => ({
    nb: `Mottakeren viser til en annen adresse (${status}). Fjern videresendingen og lag den på nytt med den riktige adressen.`,
    nn: `Mottakaren viser til ei anna adresse (${status}). Fjern vidaresendinga og lag ho på nytt med den rette adressa.`,
    en: `The receiver points to another address (${status}). Remove the forwarding and make it anew with the right one.`,
  }),
  'no-lrs': (status) => ({
    nb: `Det er ingen LRS på adressen (${status}). Fjern videresendingen og lag den på nytt med den riktige adressen.`,
    nn: `Det er ingen LRS på adressa (${status}). Fjern vidaresendinga og lag ho på nytt med den rette adressa.`,
    en: `There is no LRS at the address (${status}). Remove the forwarding and make it anew with the right one.`,
  }),
  busy: (status) => ({
    nb: `Mottakeren har for mye å gjøre (${status}). Vi prøver igjen av oss selv.`,
    nn: `Mottakaren har for mykje å gjere (${status}). Vi prøver igjen av oss sjølve.`,
    en: `The receiver is too busy (${status}). We try again by ourselves.`,
  }),
  broken: (status) => ({
    nb: `Noe er galt hos mottakeren (${status}). Vi prøver igjen av oss selv.`,
    nn: `Noko er gale hos mottakaren (${status}). Vi prøver igjen av oss sjølve.`,
    en: `Something is wrong at the receiver (${status}). We try again by ourselves.`,
  }),
  secret: () => ({
    nb: 'Nøkkelen kan ikke leses etter at plattformen ble flyttet. Skriv den inn på nytt.',
    nn: 'Nøkkelen kan ikkje lesast etter at plattforma vart flytta. Skriv han inn på nytt.',
    en: 'The key cannot be read since the platform was moved. Type it in anew.',
  }),
};

function inBrackets(code: string): string {
  return code === '' ? '' : ` (${code})`;
}
