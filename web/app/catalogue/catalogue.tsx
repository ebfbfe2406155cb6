import { searchCatalogue } from '@kursdugnad/core/contract/catalogue.js';
import type { Route } from './+types/catalogue.js';
import { api } from '../server/api.server.js';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';
import { askedOf, hasFilters, searchIn } from './catalogue-search.js';
import { FoundCourse } from './found-course.js';
import { SearchForm } from './search-form.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = searchIn(new URL(request.url).searchParams);
  return { ...(await api(request, context).call(searchCatalogue, askedOf(search))), search };
}

export default function Catalogue({ loaderData }: Route.ComponentProps) {
  const { catalogue: words } = useWords();
  const { items, topics, publishers, search } = loaderData;
  const isSearch = search.sok !== '' || hasFilters(search);
  return (
    <Page title={words.title} introduction={words.introduction} narrow>
      <SearchForm search={search} topics={topics} publishers={publishers} />
      {items.length === 0 && <EmptyState {...(isSearch ? words.nothing : words.empty)} />}
      {items.length > 0 && (
        <section aria-labelledby="treff">
          <h2 id="treff" className="found-count">
            {words.found(items.length)}
          </h2>
          <ul className="plain-list">
            {items.map((item) => (
              <FoundCourse key={item.id} item={item} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
