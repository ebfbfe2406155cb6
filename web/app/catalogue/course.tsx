import { adopt, catalogueCourse, leaveOff } from '@kursdugnad/core/contract/catalogue.js';
import { dayInNorway } from '@kursdugnad/core/contract/day-in-norway.js';
import { ApiProblem } from '@kursdugnad/core/contract/client.js';
import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { data, useSearchParams } from 'react-router';
import type { Route } from './+types/course.js';
import { api } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { dateIn } from '../ui/dates.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';
import { CourseFacts } from './course-facts.js';
import { type Changed, CourseUse, TakeOutOfUse } from './course-use.js';
import { VersionNews } from './version-news.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const found = await api(request, context).call(catalogueCourse, { course: params.course });
  return { ...found, today: dayInNorway(new Date().toISOString()) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const isLeaving = formText(await request.formData(), 'gjor') === 'ta-ut';
  try {
    await api(request, context).call(isLeaving ? leaveOff : adopt, { course: params.course });
    return data<Changed>({ kind: isLeaving ? 'leftOff' : 'adopted' });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return data<Changed>({ kind: 'refused', why: error.message }, { status: error.status });
  }
}

type Found = Route.ComponentProps['loaderData'];

export default function CatalogueCourse({ loaderData, actionData }: Route.ComponentProps) {
  const { catalogue: words } = useWords();
  const { item, lessons, localFacts } = loaderData;
  const [search] = useSearchParams();
  const filledIn: Changed | undefined = search.get('opplysninger') === 'lagret' ? { kind: 'filledIn' } : undefined;
  return (
    <Page
      above={<Breadcrumbs label={words.youAreHere} places={[{ to: '/katalog', name: words.title }]} />}
      title={item.title}
      introduction={item.summary}
      narrow
    >
      <CourseUse item={item} localFacts={localFacts} changed={actionData ?? filledIn} />
      <section className="part">
        <Heading level={2} data-size="sm">
          {words.course.lessons}
        </Heading>
        <ol className="lesson-names">
          {lessons.map((lesson) => (
            <li key={lesson}>{lesson}</li>
          ))}
        </ol>
      </section>
      <CourseFacts found={loaderData} today={loaderData.today} />
      <Sources sources={loaderData.sources} />
      <Versions found={loaderData} />
      <TakeOutOfUse item={item} />
    </Page>
  );
}

function Sources({ sources }: { sources: string[] }) {
  const { course: words } = useWords().catalogue;
  return (
    <section className="part">
      <Heading level={2} data-size="sm">
        {words.sources}
      </Heading>
      {sources.length === 0 && <Paragraph>{words.noSources}</Paragraph>}
      <ul className="source-names">
        {sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </section>
  );
}

function Versions({ found: { versions, today } }: { found: Found }) {
  const words = useWords();
  const { course } = words.catalogue;
  return (
    <section className="part">
      <Heading level={2} data-size="sm">
        {course.versions}
      </Heading>
      <ul className="plain-list version-list">
        {versions.map(({ number, publishedAt, by, note, ...version }) => (
          <li key={number}>
            <strong>{course.version(number)}</strong>,{' '}
            {course.published(dateIn(words, dayInNorway(publishedAt), today), by)}
            {note && <Paragraph>{note}</Paragraph>}
            <VersionNews version={version} />
          </li>
        ))}
      </ul>
    </section>
  );
}
