import { problemSchema, type ProblemDetails } from '@kursdugnad/core/contract/problem.js';
import { publishCourse } from '@kursdugnad/core/contract/catalogue.js';
import { foreseeCourse, type Foreseen } from '@kursdugnad/core/contract/new-version.js';
import type { Redo } from '@kursdugnad/core/catalogue/version-changes.js';
import type { z } from 'zod';
import { CommandRefused } from './command-run.js';
import { printable } from './problem-lines.js';

type Published = z.infer<typeof publishCourse.answer>;

const longestWait = 120_000;

/** Sends a bundle to a platform. Throws CommandRefused with what went wrong, in words. */
export async function sendBundle(
  zip: Buffer,
  { to, token, note, redo }: Platform & { note?: string; redo: Redo },
): Promise<Published> {
  const address = addressOf(to, 'api/courses');
  if (note) address.searchParams.set('note', note);
  address.searchParams.set('redo', redo === 'all' ? redo : redo.join(','));
  return answered(await post(address, token, zip), to, publishCourse.answer);
}

/** What a publication would change. An older platform cannot say: then nothing is. */
export async function foresee(zip: Buffer, { to, token }: Platform): Promise<Foreseen> {
  const response = await post(addressOf(to, 'api/courses/changes'), token, zip);
  if (response.status === 404) return { last: null, changes: [], proposal: [] };
  return answered(response, to, foreseeCourse.answer);
}

interface Platform {
  to: string;
  token: string;
}

async function answered<A extends z.ZodType>(response: Response, to: string, schema: A): Promise<z.output<A>> {
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new CommandRefused(refusalOf(response.status, problemSchema.safeParse(body).data));
  const answer = schema.safeParse(asToday(body));
  if (answer.success) return answer.data;
  throw new CommandRefused(`Svaret fra ${to} er ikke fra en plattform vi kjenner. Sjekk adressen.`);
}

/** An older platform counts no warnings, and tells of no changes. */
function asToday(body: unknown): unknown {
  return typeof body === 'object' ? { warnings: 0, changes: [], redo: [], ...body } : body;
}

function addressOf(to: string, path: string): URL {
  const base = /^https?:\/\//iu.test(to) && URL.canParse(to) ? new URL(to.endsWith('/') ? to : `${to}/`) : null;
  if (!base) throw new CommandRefused(`«${to}» er ikke en nettadresse. Den begynner med https://.`);
  return new URL(path, base);
}

async function post(address: URL, token: string, zip: Buffer): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/zip', 'accept-language': 'nb' };
  const options = { method: 'POST', headers, body: new Uint8Array(zip), redirect: 'manual' } as const;
  try {
    return await fetch(address, { ...options, signal: AbortSignal.timeout(longestWait) });
  } catch (error) {
    throw new CommandRefused(networkFault(address, error));
  }
}

const faults: Record<string, string> = {
  ECONNREFUSED: 'Ingen svarer på den adressen. Kjører plattformen?',
  ENOTFOUND: 'Adressen finnes ikke. Er den skrevet riktig, og har maskinen nett?',
  EAI_AGAIN: 'Adressen finnes ikke. Er den skrevet riktig, og har maskinen nett?',
  ECONNRESET: 'Forbindelsen ble brutt. Prøv igjen.',
  UND_ERR_SOCKET: 'Forbindelsen ble brutt. Prøv igjen.',
  TimeoutError: 'Det kom ikke noe svar. Prøv igjen senere.',
};

function networkFault(address: URL, error: unknown): string {
  const { name, cause, message } = error as Error & { cause?: { code?: string } };
  const code = cause?.code ?? name;
  if (/token|header/iu.test(message)) return 'Nøkkelen har tegn som ikke kan sendes. Kopier den på nytt.';
  const why = /CERT|TLS|SSL/u.test(code) ? 'Sertifikatet til plattformen er ikke til å stole på.' : faults[code];
  return `Fikk ikke kontakt med ${address.host}. ${why ?? `(${printable(code)})`}`;
}

const meanings: Record<number, string> = {
  401: 'Nøkkelen er ikke gyldig. Lag en ny på profilsiden din.',
  403: 'Du har ikke lov til å publisere. Det trengs rollen forfatter.',
  404: 'Adressen er ikke en plattform som tar imot guider.',
  413: 'Guiden er for stor til å sendes.',
  429: 'Det er sendt for mye på kort tid. Vent litt og prøv igjen.',
};

function refusalOf(status: number, problem: ProblemDetails | undefined): string {
  const said = [problem?.title, problem?.detail].filter(Boolean).join('\n');
  const meaning = meanings[status] ?? (status >= 500 ? 'Noe er galt hos plattformen. Prøv igjen senere.' : '');
  const problems = (problem?.problems ?? []).map(
    ({ at, message, mend }) => `  ${at}  ${message}${mend ? ` ${mend}` : ''}`,
  );
  const words = [meaning, said, ...problems].filter(Boolean).map((line) => line.split('\n').map(printable).join('\n'));
  return [`Guiden ble ikke publisert (${status}).`, ...words].join('\n');
}
