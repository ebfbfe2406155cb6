import { myCourses } from '@kursdugnad/core/contract/catalogue.js';
import { dayInNorway } from '@kursdugnad/core/contract/day-in-norway.js';
import { Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { Route } from './+types/my-courses.js';
import { api } from '../server/api.server.js';
import { dateIn } from '../ui/dates.js';
import { grouped } from '../ui/grouped.js';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';
import { FirstGuide } from './first-guide.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { courses } = await api(request, context).call(myCourses, {});
  return { courses, server: new URL(request.url).origin, today: dayInNorway(new Date().toISOString()) };
}

export default function MyCourses({ loaderData: { courses, server, today } }: Route.ComponentProps) {
  const { author: words } = useWords();
  return (
    <Page title={words.title} introduction={words.introduction} narrow>
      {courses.length === 0 && (
        <>
          <EmptyState {...words.empty} />
          <FirstGuide server={server} />
        </>
      )}
      <ul className="plain-list own-courses">
        {courses.map((course) => (
          <OwnCourse key={course.id} course={course} today={today} />
        ))}
      </ul>
    </Page>
  );
}

type Own = Route.ComponentProps['loaderData']['courses'][number];

function OwnCourse({ course, today }: { course: Own; today: string }) {
  const words = useWords();
  const { author } = words;
  const numbers = [
    [author.registrations, course.registrations],
    [author.completed, course.completed],
    [author.users, course.users],
  ] as const;
  return (
    <Card asChild>
      <li className="own-course">
        <Heading level={2} data-size="xs">
          <Link to={`/mine-kurs/${course.id}`}>{course.title}</Link>
        </Heading>
        <Paragraph>
          {author.version(course.version)}, {author.publishedOn(dateIn(words, dayInNorway(course.publishedAt), today))}
        </Paragraph>
        <dl className="numbers">
          {numbers.map(([name, number]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{grouped(number)}</dd>
            </div>
          ))}
        </dl>
      </li>
    </Card>
  );
}
