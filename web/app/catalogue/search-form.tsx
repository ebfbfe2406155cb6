import { Button } from '@digdir/designsystemet-react';
import { Fragment } from 'react';
import { Form, Link } from 'react-router';
import { ChoiceField, TextField } from '../ui/fields.js';
import { useWords } from '../words/words.js';
import {
  catalogueLanguages,
  catalogueLicences,
  type CatalogueSearch,
  hasFilters,
  lengths,
} from './catalogue-search.js';

interface SearchFormProps {
  search: CatalogueSearch;
  topics: string[];
  publishers: string[];
}

/** Words first; what narrows the search is folded away until asked for. */
export function SearchForm({ search, topics, publishers }: SearchFormProps) {
  const { search: words } = useWords().catalogue;
  const isNarrowed = hasFilters(search);
  return (
    <Form method="get" role="search" className="search-form">
      <Fragment key={JSON.stringify(search)}>
        <div className="search-line">
          <TextField name="sok" label={words.q} type="search" startValue={search.sok} maxLength={200} />
          <Button type="submit">{words.go}</Button>
        </div>
        <details className="ds-details fold" open={isNarrowed}>
          <summary>{words.filters}</summary>
          <div className="filter-form">
            <Filters search={search} topics={topics} publishers={publishers} />
          </div>
        </details>
        {isNarrowed && (
          <Link className="ds-link" to={search.sok ? `?sok=${encodeURIComponent(search.sok)}` : '?'}>
            {words.remove}
          </Link>
        )}
      </Fragment>
    </Form>
  );
}

function Filters({ search, topics, publishers }: SearchFormProps) {
  const { search: words, languages, licences } = useWords().catalogue;
  const any = { value: '', label: words.any };
  const named = (values: string[]) => [any, ...values.map((value) => ({ value, label: value }))];
  return (
    <>
      <ChoiceField name="emne" label={words.topic} startValue={search.emne} options={named(topics)} />
      <ChoiceField
        name="sprak"
        label={words.language}
        startValue={search.sprak}
        options={[any, ...catalogueLanguages.map((value) => ({ value, label: languages[value] }))]}
      />
      <ChoiceField
        name="minutter"
        label={words.maxMinutes}
        startValue={search.minutter}
        options={[any, ...lengths.map((value) => ({ value: String(value), label: words.upTo(value) }))]}
      />
      <ChoiceField
        name="lisens"
        label={words.licence}
        startValue={search.lisens}
        options={[any, ...catalogueLicences.map((value) => ({ value, label: licences[value] }))]}
      />
      <ChoiceField name="utgiver" label={words.publisher} startValue={search.utgiver} options={named(publishers)} />
      <ChoiceField
        name="ibruk"
        label={words.inUse}
        startValue={search.ibruk}
        options={[any, { value: 'ja', label: words.inUseYes }, { value: 'nei', label: words.inUseNo }]}
      />
    </>
  );
}
