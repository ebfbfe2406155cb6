import { dayInNorway } from '@kursdugnad/core/contract/day-in-norway.js';
import { openStatement } from '@kursdugnad/core/contract/statement-viewer.js';
import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Route } from './+types/statement.js';
import { api } from '../server/api.server.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { CommandLine } from '../ui/command-line.js';
import { momentIn, secondIn } from '../ui/dates.js';
import { Fact, Facts } from '../ui/facts.js';
import { Page } from '../ui/page.js';
import { useWords, type Words } from '../words/words.js';
import { addressOf, type Filter } from './statement-filter.js';
import { StatementRow } from './statement-row.js';
import { durationIn, resultOf, sentenceOf, sourceOf, whatIn, whoIn } from './statement-words.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const opened = await api(request, context).call(openStatement, { statement: params.statement });
  return { opened, today: dayInNorway(new Date().toISOString()) };
}

type Opened = Route.ComponentProps['loaderData']['opened'];

export default function Statement({ loaderData: { opened, today } }: Route.ComponentProps) {
  const words = useWords();
  const { statement: said, statements } = words.lrs;
  const { statement, sameRegistration } = opened;
  const above = <Breadcrumbs label={words.admin.youAreHere} places={[{ to: addressOf({}), name: statements.title }]} />;
  const result = resultOf(statement, words);
  const cameFrom = said.cameFrom(secondIn(words, statement.stored, today), sourceOf(statement.source, words));
  const introduction = result === '' ? cameFrom : `${cameFrom} ${said.resultIs(result)}`;
  return (
    <Page above={above} title={sentenceOf(statement, words)} introduction={introduction} narrow>
      {opened.isVoided && <Alert data-color="warning">{said.voided}</Alert>}
      <Others opened={opened} />
      {statement.who.isOurs && <Paragraph className="note">{said.logged(whoIn(statement.who, words))}</Paragraph>}
      <StatementFacts opened={opened} words={words} />
      {sameRegistration.length > 0 && (
        <section className="part">
          <Heading level={2} data-size="sm">
            {said.sameRegistration}
          </Heading>
          <Paragraph>{said.sameRegistrationNote}</Paragraph>
          <ol className="plain-list statements">
            {sameRegistration.map((one) => (
              <StatementRow key={one.id} statement={one} today={today} />
            ))}
          </ol>
        </section>
      )}
      <section className="part long-text">
        <Heading level={2} data-size="sm">
          {said.json}
        </Heading>
        <CommandLine label={said.json} command={indented(opened.json)} copy={said.copy} copied={said.copied} />
      </section>
    </Page>
  );
}

/** The other statements that this one hangs together with. */
function Others({ opened: { voidedBy, refersTo, referredBy } }: { opened: Opened }) {
  const { statement: said } = useWords().lrs;
  const others = [
    ...(voidedBy === null ? [] : [{ id: voidedBy, text: said.voidedBy }]),
    ...(refersTo === null ? [] : [{ id: refersTo, text: said.refersTo }]),
    ...referredBy.map((id) => ({ id, text: said.referredBy })),
  ];
  if (others.length === 0) return null;
  return (
    <ul className="plain-list">
      {others.map(({ id, text }) => (
        <li key={id}>
          <Link className="ds-link" to={`/administrasjon/utsagn/${id}`}>
            {text}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function StatementFacts({ opened, words }: { opened: Opened; words: Words }) {
  const { statement: said } = words.lrs;
  const { statement, timestamp, response, duration, score } = opened;
  const { who, verb, what, registration, source } = statement;
  const points = score && (score.max === null ? said.points(score.raw) : said.pointsOf(score.raw, score.max));
  const result = [resultOf(statement, words), points].filter(Boolean).join(', ');
  return (
    <Facts title={said.facts}>
      <Fact name={said.who}>
        {whoIn(who, words)} <Only filter={{ person: who.filter ?? '' }} what={said.who} />
      </Fact>
      <Fact name={said.verb}>
        {verb.text} <Only filter={{ verb: verb.id }} what={said.verb} />
      </Fact>
      <Fact name={said.what}>
        {whatIn(what, words)} {what.id !== null && <code>{what.id}</code>}{' '}
        <Only filter={{ aktivitet: what.kind === 'activity' ? (what.id ?? '') : '' }} what={said.what} />
      </Fact>
      <Fact name={said.when}>{momentIn(words, timestamp)}</Fact>
      <Fact name={said.stored}>{momentIn(words, statement.stored)}</Fact>
      <Fact name={said.result}>{result === '' ? said.noResult : result}</Fact>
      {response !== null && <Fact name={said.response}>{response}</Fact>}
      {duration !== null && <Fact name={said.duration}>{durationIn(duration, words)}</Fact>}
      {registration !== null && (
        <Fact name={said.registration}>
          <code>{registration}</code> <Only filter={{ registrering: registration }} what={said.registration} />
        </Fact>
      )}
      <Fact name={said.source}>
        {sourceOf(source, words)} <Only filter={{ kilde: source.id }} what={said.source} />
      </Fact>
    </Facts>
  );
}

/** The way to all statements that have this in common. */
function Only({ filter, what }: { filter: Partial<Filter>; what: string }): ReactNode {
  const { statement: said } = useWords().lrs;
  if (Object.values(filter).every((value) => value === '')) return null;
  return (
    <Link className="ds-link" to={addressOf(filter)}>
      {said.onlyThese}
      <span className="ds-sr-only">{said.onlyTheseOf(what)}</span>
    </Link>
  );
}

function indented(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}
