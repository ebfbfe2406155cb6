import { Button } from '@digdir/designsystemet-react';
import type { TeamTable } from '@kursdugnad/core/contract/teams.js';
import { Fragment } from 'react';
import { Form, Link } from 'react-router';
import { ChoiceField, TextField } from '../ui/fields.js';
import { Fold } from '../ui/fold.js';
import { useWords } from '../words/words.js';
import { addressWith, type Filter, isNarrowed } from './completion-filter.js';

interface FilterFormProps {
  filter: Filter;
  /** Those in the table: all, or the one asked for. */
  requirements: TeamTable['requirements'];
}

/** What to show, as a form whose answer has an address. */
export function FilterForm({ filter, requirements }: FilterFormProps) {
  const { team: words } = useWords();
  const { filter: labels } = words;
  const sorting = filter.sorter !== 'haster-forst';
  return (
    <Fold id="filter" title={labels.title} open={isNarrowed(filter) || sorting}>
      <Form method="get" className="filter-form" preventScrollReset>
        <Fragment key={addressWith(filter, {})}>
          <ChoiceField
            name="krav"
            label={labels.requirement}
            startValue={filter.krav}
            options={[
              { value: '', label: labels.allRequirements },
              ...requirements.map(({ id, competence }) => ({ value: id, label: competence })),
            ]}
          />
          <ChoiceField
            name="status"
            label={labels.state}
            startValue={filter.status}
            options={[{ value: '', label: labels.allStates }, ...options(labels.states)]}
          />
          <TextField name="navn" label={labels.name} startValue={filter.navn} maxLength={100} />
          <ChoiceField
            name="sorter"
            label={labels.sort}
            startValue={filter.sorter}
            options={options(labels.sortings)}
          />
        </Fragment>
        <Button type="submit" variant="secondary">
          {labels.show}
        </Button>
      </Form>
    </Fold>
  );
}

function options(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** How much of the team is on screen, and the way back to all of it. */
export function Narrowed({ filter, shown, all }: { filter: Filter; shown: number; all: number }) {
  const { team: words } = useWords();
  if (!isNarrowed(filter)) return null;
  return (
    <p className="team-narrowed">
      {words.filter.showing(shown, all)}{' '}
      <Link className="ds-link" to={addressWith(filter, { krav: '', status: '', navn: '' })} preventScrollReset>
        {words.filter.remove}
      </Link>
    </p>
  );
}
