import type { StatementFilter } from '@kursdugnad/core/contract/statement-viewer.js';
import { ownSource } from '@kursdugnad/core/runtime/own-source.js';
import { verbWords } from '@kursdugnad/core/runtime/verb-words.js';
import { Button } from '@digdir/designsystemet-react';
import { Fragment } from 'react';
import { Form, Link } from 'react-router';
import { ChoiceField, TextField } from '../ui/fields.js';
import { Fold } from '../ui/fold.js';
import { useWords, type Words } from '../words/words.js';
import { addressOf, type Filter, type FilterField, isNarrowed, noFilter } from './statement-filter.js';

interface FilterFormProps {
  filter: Filter;
  sources: { id: string; label: string }[];
  notUnderstood: FilterField[];
}

/** What to show, as a form whose answer has an address. */
export function StatementFilterForm({ filter, sources, notUnderstood }: FilterFormProps) {
  const words = useWords();
  const { filter: labels } = words.lrs;
  const field = fieldsOf(filter);
  return (
    <Fold id="filter" title={labels.title} open={isNarrowed(filter)}>
      <Form method="get" action="/administrasjon/utsagn" className="filter-form" preventScrollReset>
        <Fragment key={addressOf(filter)}>
          <TextField {...field('person')} label={labels.person} hint={labels.personHint} maxLength={200} />
          <ChoiceField {...field('verb')} label={labels.verb} options={verbOptions(filter.verb, words)} />
          <TextField {...field('aktivitet')} label={labels.activity} hint={labels.activityHint} maxLength={2000} />
          <TextField {...field('registrering')} label={labels.registration} hint={labels.registrationHint} />
          <ChoiceField
            {...field('kilde')}
            label={labels.source}
            options={sourceOptions(filter.kilde, sources, words)}
          />
          <TextField {...field('fra')} label={labels.since} type="datetime-local" />
          <TextField {...field('til')} label={labels.until} type="datetime-local" />
        </Fragment>
        <Button type="submit" variant="secondary">
          {labels.show}
        </Button>
      </Form>
      {notUnderstood.map((name) => (
        <p key={name} className="ds-validation-message">
          {labels.problem(labelsOf(words)[name])}
        </p>
      ))}
    </Fold>
  );
}

function fieldsOf(filter: Filter) {
  return (name: FilterField) => ({ name, startValue: filter[name] });
}

function labelsOf({ lrs: { filter } }: Words): Record<FilterField, string> {
  return {
    person: filter.person,
    verb: filter.verb,
    aktivitet: filter.activity,
    registrering: filter.registration,
    kilde: filter.source,
    fra: filter.since,
    til: filter.until,
  };
}

/** The verbs we know, and the one in the address whatever it is. */
function verbOptions(chosen: string, { language, lrs }: Words) {
  const known = [...verbWords].map(([value, display]) => ({ value, label: display[language] ?? value }));
  const other = chosen !== '' && !verbWords.has(chosen) ? [{ value: chosen, label: chosen }] : [];
  return [{ value: '', label: lrs.filter.allVerbs }, ...known, ...other];
}

/** Keys that have been taken back are known by what they were called in the address. */
function sourceOptions(chosen: string, sources: FilterFormProps['sources'], { lrs }: Words) {
  const known = [
    { value: ownSource, label: lrs.filter.own },
    ...sources.map(({ id, label }) => ({ value: id, label })),
  ];
  const other = known.some(({ value }) => value === chosen) || chosen === '' ? [] : [{ value: chosen, label: chosen }];
  return [{ value: '', label: lrs.filter.allSources }, ...known, ...other];
}

interface NarrowedProps {
  filter: Filter;
  asked: Partial<StatementFilter>;
  /** Whom the person in the filter is. */
  person: string | null;
}

/** What is shown and no more, and the way back to all of it. */
export function Narrowed({ filter, asked, person }: NarrowedProps) {
  const words = useWords();
  const { filter: labels } = words.lrs;
  if (!isNarrowed(filter)) return null;
  const verb = asked.verb === undefined ? null : (verbWords.get(asked.verb)?.[words.language] ?? asked.verb);
  const shown = [person, verb, asked.activity, asked.registration, filter.fra, filter.til].filter(Boolean).join(', ');
  return (
    <p className="team-narrowed">
      {shown !== '' && labels.only(shown)}{' '}
      <Link className="ds-link" to={addressOf(noFilter)} preventScrollReset>
        {labels.remove}
      </Link>
    </p>
  );
}
