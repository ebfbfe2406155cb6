import { dayInNorway } from '@kursdugnad/core/contract/day-in-norway.js';
import { refusedRequests, statementList, statementSources } from '@kursdugnad/core/contract/statement-viewer.js';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Route } from './+types/statements.js';
import { api } from '../server/api.server.js';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';
import { StatusSign } from '../ui/status-sign.js';
import { useWords } from '../words/words.js';
import { LiveBar } from './live-bar.js';
import { addressOf, askedOf, filterIn, isNarrowed } from './statement-filter.js';
import { Narrowed, StatementFilterForm } from './statement-filter-form.js';
import { StatementRow } from './statement-row.js';
import { useLiveStatements } from './use-live-statements.js';

const placeInOrder = /^\d{1,18}\.[0-9a-f-]{36}$/;

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const filter = filterIn(search);
  const { asked, notUnderstood } = askedOf(filter);
  const place = search.get('sted') ?? '';
  const from = placeInOrder.test(place) ? place : null;
  const client = api(request, context);
  const [page, { sources }, { refused }] = await Promise.all([
    client.call(statementList, { ...asked, ...(from === null ? {} : { from }) }),
    client.call(statementSources, {}),
    client.call(refusedRequests, {}),
  ]);
  const today = dayInNorway(new Date().toISOString());
  return { page, sources, refused: refused.length, filter, asked, notUnderstood, from, today };
}

/** The list follows along by itself; another address is another list. */
export default function Statements({ loaderData }: Route.ComponentProps) {
  const { lrs } = useWords();
  const { page, filter, asked, sources, notUnderstood, refused, from } = loaderData;
  const words = lrs.statements;
  return (
    <Page title={words.title} introduction={`${words.introduction} ${words.private}`}>
      {refused > 0 && (
        <StatusSign sign="urgent">
          <Link className="ds-link" to="/administrasjon/avvist">
            {words.refused(refused)}
          </Link>
        </StatusSign>
      )}
      <StatementFilterForm {...{ filter, sources, notUnderstood }} />
      <Narrowed filter={filter} asked={asked} person={page.person?.name ?? null} />
      {filter.person !== '' && page.person === null ? (
        <WhoIsMeant people={page.people} filter={filter} />
      ) : (
        <LiveList key={addressOf(filter, from)} {...loaderData} />
      )}
    </Page>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function LiveList({ page, filter, asked, from, today }: Loaded) {
  const { statements: words, filter: filtering } = useWords().lrs;
  const [isPaused, setPaused] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const isOn = from === null && asked.until === undefined;
  const live = useLiveStatements({ base: page, asked, isOn, isPaused, list });
  function show() {
    live.show();
    list.current?.focus();
    window.scrollTo({ top: 0 });
  }
  const empty = isNarrowed(filter) ? words.nobodyFits : words.none;
  return (
    <>
      {isOn && <LiveBar {...live} isPaused={isPaused} setPaused={setPaused} show={show} here={addressOf(filter)} />}
      {live.shown.length === 0 && <EmptyState {...empty} />}
      <ol ref={list} tabIndex={-1} className="plain-list statements" aria-label={words.list}>
        {live.shown.map((statement) => (
          <StatementRow key={statement.id} statement={statement} today={today} />
        ))}
      </ol>
      <p className="statement-pages">
        {from !== null && (
          <Link className="ds-link" to={addressOf(filter)}>
            {words.newest}
          </Link>
        )}
        {page.next !== null && (
          <Link className="ds-link" to={addressOf(filter, page.next)} rel="next">
            {words.older}
          </Link>
        )}
      </p>
      {isNarrowed(filter) && live.shown.length === 0 && (
        <Link className="ds-link" to={addressOf({})}>
          {filtering.remove}
        </Link>
      )}
    </>
  );
}

/** A part of a name may be several people's: nothing of them is shown before one is chosen. */
function WhoIsMeant({ people, filter }: { people: Loaded['page']['people']; filter: Loaded['filter'] }) {
  const { whom } = useWords().lrs.filter;
  return (
    <EmptyState title={whom.title} todo={people.length === 0 && whom.nobody}>
      <ul className="plain-list">
        {people.map(({ id, name }) => (
          <li key={id}>
            <Link className="ds-link" to={addressOf({ ...filter, person: id })}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
