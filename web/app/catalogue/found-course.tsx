import type { CatalogueItem } from '@kursdugnad/core/contract/catalogue.js';
import { Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { StatusSign } from '../ui/status-sign.js';
import { useWords, type Words } from '../words/words.js';

/** One guide of the catalogue: what it is, from whom, and on what terms. */
export function FoundCourse({ item }: { item: CatalogueItem }) {
  const words = useWords();
  const { catalogue, time } = words;
  return (
    <Card asChild>
      <li className="found-course">
        <Heading level={3} data-size="xs">
          <Link to={`/katalog/${item.id}`}>{item.title}</Link>
        </Heading>
        <Paragraph>{item.summary}</Paragraph>
        <ul className="plain-list found-course-facts">
          <li>{catalogue.by(item.publisher)}</li>
          <li>{time.minutes(item.minutes)}</li>
          <li>{languagesOf(item, words)}</li>
          <li>{usersOf(item, words)}</li>
          <li>{catalogue.licences[item.licence]}</li>
        </ul>
        {item.inUse && <StatusSign sign="done">{catalogue.inUseHere}</StatusSign>}
      </li>
    </Card>
  );
}

export function languagesOf({ languages }: Pick<CatalogueItem, 'languages'>, { catalogue }: Words): string {
  return languages.map((language) => catalogue.languages[language]).join(', ');
}

export function usersOf({ users }: Pick<CatalogueItem, 'users'>, { catalogue }: Words): string {
  return users === 0 ? catalogue.noUsers : catalogue.users(users);
}
