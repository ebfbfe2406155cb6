import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type Outage, outageOf } from '../database/outage.js';
import { detailsOf, Problem, type Said, statusOf } from './problem.js';
import { languageOf, type Reply, type Request } from './request.js';

/** Every error leaves as problem+json, never with a stack. What nobody foresaw is logged with its request. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const reply = host.switchToHttp().getResponse<Reply>();
    const outage = outageOf(thrown);
    const problem = outage ? new Problem('unavailable', outages[outage]) : problemFrom(thrown);
    if (problem === null) request.log.error({ err: thrown }, 'unforeseen');
    if (outage !== null) request.log.error({ err: thrown }, outage === 'full' ? 'disk full' : 'database away');
    const told = problem ? detailsOf(problem, languageOf(request), request.id) : unforeseen(request);
    if (told.status === 503) void reply.header('retry-after', '5');
    void reply.status(told.status).type('application/problem+json').send(told);
  }
}

function unforeseen(request: Request) {
  return {
    type: 'urn:kursdugnad:problem:unforeseen',
    title: failed[languageOf(request)],
    status: 500,
    detail: seen[languageOf(request)].replace('{id}', request.id),
    instance: request.id,
  };
}

const failed: Said = {
  nb: 'Noe gikk galt hos oss',
  nn: 'Noko gjekk gale hos oss',
  en: 'Something went wrong on our side',
};
const seen: Said = {
  nb: 'Feilen er notert. Det som sto lagret, er trygt. Prøv igjen, og oppgi {id} hvis du melder fra.',
  nn: 'Feilen er notert. Det som stod lagra, er trygt. Prøv igjen, og oppgje {id} om du melder frå.',
  en: 'The fault has been noted. What was saved is safe. Try again, and mention {id} if you report it.',
};

const unreadable: Said = {
  nb: 'Det du sendte kan ikke leses. Ingenting er lagret.',
  nn: 'Det du sende kan ikkje lesast. Ingenting er lagra.',
  en: 'What you sent cannot be read. Nothing has been stored.',
};
const noSuchAddress: Said = {
  nb: 'Det finnes ingenting på denne adressen.',
  nn: 'Det finst ingenting på denne adressa.',
  en: 'There is nothing at this address.',
};

/** Nest's and Fastify's own refusals, told in our words; null for what is a fault of ours. */
function problemFrom(thrown: unknown): Problem | null {
  if (thrown instanceof Problem) return thrown;
  const status =
    thrown instanceof HttpException ? thrown.getStatus() : (thrown as { statusCode?: number } | null)?.statusCode;
  const kind = (Object.keys(statusOf) as (keyof typeof statusOf)[]).find((one) => statusOf[one] === status);
  if (kind !== undefined) return new Problem(kind, kind === 'not-found' ? noSuchAddress : unreadable);
  if (status !== undefined && status >= 400 && status < 500) return new Problem('invalid', unreadable);
  return null;
}

const outages: Record<Outage, Said> = {
  away: {
    nb: 'Databasen svarer ikke akkurat nå. Vent litt og prøv igjen.',
    nn: 'Databasen svarar ikkje akkurat no. Vent litt og prøv igjen.',
    en: 'The database does not answer right now. Wait a little and try again.',
  },
  full: {
    nb: 'Det er ikke plass til mer på serveren, så dette er ikke lagret. Det som sto lagret, er trygt. Den som drifter tjenesten, må rydde plass.',
    nn: 'Det er ikkje plass til meir på tenaren, så dette er ikkje lagra. Det som stod lagra, er trygt. Den som driftar tenesta, må rydde plass.',
    en: 'There is no room left on the server, so this has not been stored. What was stored is safe. Whoever runs the service must make room.',
  },
};
