import { ApiProblem } from '@kursdugnad/core/contract/client.js';
import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import { myGuides, startGuide } from '@kursdugnad/core/contract/learn.js';
import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import { data, redirect } from 'react-router';
import type { Route } from './+types/my-guides.js';
import { usePerson } from '../frame/person.js';
import { api } from '../server/api.server.js';
import { formText } from '../server/form-text.server.js';
import { hourInNorway } from '../ui/dates.js';
import { EmptyState } from '../ui/empty-state.js';
import { Fold } from '../ui/fold.js';
import { Page } from '../ui/page.js';
import { useWords } from '../words/words.js';
import { DoneGuide } from './done-guide.js';
import { WaitingGuide } from './waiting-guide.js';
import { OpenGuide } from './open-guide.js';

export async function loader({ request, context }: Route.LoaderArgs) {
  const guides = await api(request, context).call(myGuides, {});
  const now = new Date().toISOString();
  return { ...guides, today: dayInNorway(now), hour: hourInNorway(now) };
}

/** Starts a guide, or goes on with the one under way. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  try {
    const { registration } = await api(request, context).call(startGuide, { course: formText(form, 'course') });
    return redirect(`/guide/${registration}`, 303);
  } catch (error) {
    if (error instanceof ApiProblem) return data({ guideGone: true }, { status: error.status });
    throw error;
  }
}

export default function MyGuides({ loaderData, actionData }: Route.ComponentProps) {
  const { learn: words } = useWords();
  const { waiting, done, open, today, hour } = loaderData;
  const nothing = waiting.length + done.length + open.length === 0;
  return (
    <Page title={words.title} introduction={<Greeting hour={hour} />} narrow>
      {actionData && (
        <Alert data-color="warning" role="alert">
          {words.guideGone}
        </Alert>
      )}
      {nothing ? <EmptyState {...words.nothingAtAll} /> : <Waiting guides={waiting} today={today} />}
      {!nothing && (
        <>
          <Fold id="ferdig" title={words.doneHeading(done.length)}>
            {done.length === 0 && <Paragraph>{words.nothingDone}</Paragraph>}
            <ul className="plain-list">
              {done.map((guide) => (
                <DoneGuide key={guide.course.id} guide={guide} today={today} />
              ))}
            </ul>
          </Fold>
          <Fold id="alt" title={words.openHeading(open.length)} open={waiting.length === 0}>
            {open.length === 0 && <Paragraph>{words.nothingOpen}</Paragraph>}
            <ul className="plain-list">
              {open.map((guide) => (
                <OpenGuide key={guide.course.id} guide={guide} />
              ))}
            </ul>
          </Fold>
        </>
      )}
    </Page>
  );
}

function Greeting({ hour }: { hour: number }) {
  const { learn: words } = useWords();
  const firstName = usePerson()?.name.split(' ')[0] ?? '';
  const { morning, day, evening, night } = words.greeting;
  const greeting = hour < 5 ? night : hour < 10 ? morning : hour < 18 ? day : evening;
  return words.greetingTo(greeting, firstName);
}

type Guides = Route.ComponentProps['loaderData']['waiting'];

function Waiting({ guides, today }: { guides: Guides; today: string }) {
  const { learn: words } = useWords();
  if (guides.length === 0) return <EmptyState title={words.nothingWaiting} todo={words.nothingWaitingNote} />;
  return (
    <section>
      <Heading level={2} data-size="sm">
        {words.waiting(guides.length)}
      </Heading>
      <ul className="plain-list">
        {guides.map((guide, place) => (
          <WaitingGuide key={guide.course.id} guide={guide} today={today} first={place === 0} />
        ))}
      </ul>
    </section>
  );
}
