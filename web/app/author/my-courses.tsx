import { listDrafts } from '@kursdugnad/core/contract/authoring.js';
import { myCourses } from '@kursdugnad/core/contract/catalogue.js';
import { dayInNorway } from '@kursdugnad/core/contract/day-in-norway.js';
import { Button, Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { Route } from './+types/my-courses.js';
import { api } from '../server/api.server.js';
import { dateIn } from '../ui/dates.js';
import { grouped } from '../ui/grouped.js';
import { Fold } from '../ui/fold.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';
import { DraftList } from './draft-list.js';
import { FirstGuide } from './first-guide.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const client = api(request, context);
  const [{ courses }, { drafts }] = await Promise.all([client.call(myCourses, {}), client.call(listDrafts, {})]);
  return { courses, drafts, server: new URL(request.url).origin, today: dayInNorway(new Date().toISOString()) };
}

export default function MyCourses({ loaderData: { courses, drafts, server, today } }: Route.ComponentProps) {
  const { author: words, editor } = useWords();
  return (
    <Page
      title={words.title}
      introduction={words.introduction}
      action={
        <Button asChild>
          <Link to="/mine-kurs/ny">{editor.list.begin}</Link>
        </Button>
      }
      narrow
    >
      <DraftList drafts={drafts} />
      <section className="part">
        <Heading level={2} data-size="sm">
          {words.publishedTitle}
        </Heading>
        {courses.length === 0 && <Paragraph>{words.nothingPublished}</Paragraph>}
        <ul className="plain-list own-courses">
          {courses.map((course) => (
            <OwnCourse key={course.id} course={course} today={today} />
          ))}
        </ul>
      </section>
      <Fold id="egen-maskin" title={editor.list.ownMachine}>
        <FirstGuide server={server} />
      </Fold>
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
        <Heading level={3} data-size="xs">
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
