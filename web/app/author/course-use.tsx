import { courseUse } from '@kursdugnad/core/contract/catalogue.js';
import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Form, Link } from 'react-router';
import type { Route } from './+types/course-use.js';
import { api } from '../server/api.server.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { CommandLine } from '../ui/command-line.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';
import { publishCommand } from './publish-command.js';
import { Municipalities, Questions, Versions } from './use-tables.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const found = await api(request, context).call(courseUse, { course: params.course });
  return { ...found, server: new URL(request.url).origin, today: dayInNorway(new Date().toISOString()) };
}

export default function CourseUse({ loaderData }: Route.ComponentProps) {
  const { author: words, editor } = useWords();
  const { item, versions, use, questions, server, today } = loaderData;
  const begun = versions.reduce((sum, { registrations }) => sum + registrations, 0);
  const completed = versions.reduce((sum, one) => sum + one.completed, 0);
  return (
    <Page
      above={<Breadcrumbs label={words.youAreHere} places={[{ to: '/mine-kurs', name: words.title }]} />}
      title={item.title}
      introduction={`${words.use.summary(begun, completed)} ${words.use.numbersOnly}`}
      narrow
    >
      <div className="course-actions">
        <Form method="post" action="/mine-kurs/ny">
          <input type="hidden" name="course" value={item.id} />
          <Button type="submit">{editor.list.edit}</Button>
        </Form>
        <Link className="ds-link" to={`/katalog/${item.id}`}>
          {words.use.catalogue}
        </Link>
      </div>
      <Questions questions={questions} />
      <Municipalities use={use} />
      <Versions versions={versions} today={today} />
      <Publish slug={item.slug} server={server} />
    </Page>
  );
}

function Publish({ slug, server }: { slug: string; server: string }) {
  const { use } = useWords().author;
  const command = publishCommand({ folder: slug, server, key: use.keyWord, note: use.noteWord });
  return (
    <section id="publiser" className="part">
      <Heading level={2} data-size="sm">
        {use.publish}
      </Heading>
      <Paragraph>{use.publishNote}</Paragraph>
      <CommandLine label={use.command} command={command} copy={use.copy} copied={use.copied} />
      <Paragraph>{use.key}</Paragraph>
    </section>
  );
}
