import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import { teamCompletion, type TeamTable } from '@kursdugnad/core/contract/teams.js';
import { useEffect } from 'react';
import { type ShouldRevalidateFunctionArgs, useFetcher, useSearchParams } from 'react-router';
import type { Route } from './+types/completion.js';
import { api } from '../server/api.server.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { DropMenu } from '../ui/drop-menu.js';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';
import { addressWith, askedOf, exportAddress, type Filter, filterIn, isNarrowed } from './completion-filter.js';
import { CompletionTable, type OpenCell } from './completion-table.js';
import { FilterForm, Narrowed } from './filter-form.js';
import { Pager } from './pager.js';
import { sendReminder } from './send-reminder.server.js';
import { LiveLine, TeamCounts } from './team-counts.js';
import { UnitsBelow } from './unit-list.js';
import { useLiveTable } from './use-live-table.js';
import { rowsDrawn } from './use-row-window.js';
import type { loader as wholeLoader } from './whole-table.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const filter = filterIn(search);
  const table = await api(request, context).call(teamCompletion, { unit: params.unit, ...askedOf(filter) });
  const from = Math.max(0, Math.trunc(Number(search.get('fra')) || 0));
  const people = table.people.slice(from, from + rowsDrawn);
  return { table: { ...table, people }, matching: table.people.length, from, filter, today: dayInNorway(table.at) };
}

export function action({ request, params, context }: Route.ActionArgs) {
  return sendReminder(request, context, params.unit);
}

/** A reminder changes nothing in the table. */
export function shouldRevalidate({ formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formMethod === 'POST' ? false : defaultShouldRevalidate;
}

export default function Completion(props: Route.ComponentProps) {
  const { table, matching, filter } = props.loaderData;
  const fetcher = useFetcher<typeof wholeLoader>();
  const { load, data } = fetcher;
  const address = addressWith(filter, {});
  const unit = table.unit.id;
  const isLong = matching > rowsDrawn;
  useEffect(() => {
    if (isLong) void load(`/team/${unit}/alle${address}`);
  }, [isLong, unit, address, load]);
  const whole = isLong && data?.of === address && data.table.unit.id === unit ? data.table : null;
  return <Team key={unit} {...props} base={whole ?? table} />;
}

function Team({ loaderData, actionData, base }: Route.ComponentProps & { base: TeamTable }) {
  const { filter, matching, today, from } = loaderData;
  const words = useWords().team;
  const { table, line, said, changed } = useLiveTable(base, today, isNarrowed(filter));
  const { unit, path, counts, below } = table;
  return (
    <Page
      above={
        <Breadcrumbs label={words.youAreHere} places={path.map(({ id, name }) => ({ to: `/team/${id}`, name }))} />
      }
      title={words.teamAndPeople(unit.name, words.people(counts.people))}
      introduction={<LiveLine line={line} />}
      action={<ExportMenu unit={unit.id} filter={filter} />}
    >
      <p className="ds-sr-only" role="status">
        {said}
      </p>
      <TeamCounts table={table} filter={filter} reminded={actionData} />
      <UnitsBelow below={below} open={counts.people > rowsDrawn} />
      {counts.people > 0 && <FilterForm filter={filter} requirements={table.requirements} />}
      <Narrowed filter={filter} shown={matching} all={counts.people} />
      <TableOrNothing table={table} filter={filter} today={today} changed={changed} />
      {matching > table.people.length && <Pager {...{ filter, from, matching }} shown={table.people.length} />}
    </Page>
  );
}

interface TableOrNothingProps {
  table: TeamTable;
  filter: Filter;
  today: string;
  changed: ReadonlySet<string>;
}

function TableOrNothing(props: TableOrNothingProps) {
  const { team: words } = useWords();
  const { counts, requirements, people } = props.table;
  const [search] = useSearchParams();
  if (counts.people === 0) return <EmptyState {...words.nobodyHere} />;
  if (people.length === 0) return <EmptyState {...words.filter.nobody} />;
  if (requirements.length === 0) return <EmptyState {...words.nothingRequired} />;
  return <CompletionTable {...props} start={openCellIn(search)} />;
}

/** `?rute=<person>.<krav>`: the cell whose line is open. */
function openCellIn(search: URLSearchParams): OpenCell | null {
  const [person, requirement] = (search.get('rute') ?? '').split('.');
  return person && requirement ? { person, requirement } : null;
}

function ExportMenu({ unit, filter }: { unit: string; filter: Filter }) {
  const { team: words } = useWords();
  return (
    <DropMenu name={words.export}>
      <p>{words.exportNote}</p>
      <a className="ds-link" href={exportAddress(unit, filter, 'csv')} download>
        {words.exportCsv}
      </a>
      <a className="ds-link" href={exportAddress(unit, filter, 'xlsx')} download>
        {words.exportXlsx}
      </a>
    </DropMenu>
  );
}
