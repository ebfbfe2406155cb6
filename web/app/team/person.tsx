import { fulfilmentStates, type FulfilmentState } from '@kursdugnad/core/competence/states.js';
import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import { teamPerson } from '@kursdugnad/core/contract/teams.js';
import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Route } from './+types/person.js';
import { usePerson } from '../frame/person.js';
import { api } from '../server/api.server.js';
import { Breadcrumbs } from '../ui/breadcrumbs.js';
import { dateIn, momentIn } from '../ui/dates.js';
import { Page } from '../ui/page.js';
import { StatusSign } from '../ui/status-sign.js';
import { WideTable } from '../ui/wide-table.js';
import { useWords } from '../words/words.js';
import { cellWords, isUnfinished } from './cell-words.js';
import { Remind } from './remind.js';
import { SignOffList } from './sign-off-list.js';
import { inPlainWords } from './waiting-sign-offs.server.js';
import { sendReminder } from './send-reminder.server.js';
import { sinceAndUntil, whatToDo, whoMust } from './why.js';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { unit, person } = params;
  const found = await api(request, context).call(teamPerson, { unit, person });
  const fulfilments = found.fulfilments.sort(byUrgency);
  const signOffs = inPlainWords(found.signOffs);
  return { ...found, fulfilments, signOffs, team: unit, today: dayInNorway(new Date().toISOString()) };
}

/** The states stand in the order in which they need somebody. */
function byUrgency(a: { state: FulfilmentState }, b: { state: FulfilmentState }): number {
  return fulfilmentStates.indexOf(a.state) - fulfilmentStates.indexOf(b.state);
}

export function action({ request, params, context }: Route.ActionArgs) {
  return sendReminder(request, context, params.unit);
}

type Found = Route.ComponentProps['loaderData'];

export default function TeamPerson({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords();
  const { team } = words;
  const { person, fulfilments, history, reminders, today } = loaderData;
  const since = dateIn(words, person.since, today);
  return (
    <Page
      above={
        <Breadcrumbs label={team.youAreHere} places={[{ to: `/team/${loaderData.team}`, name: words.frame.myTeam }]} />
      }
      title={person.name}
      introduction={team.person.introduction(person.role, person.unit, since)}
      narrow
    >
      <Paragraph className="note">{team.person.logged(person.name)}</Paragraph>
      {fulfilments.some(({ state }) => isUnfinished(state)) && <Remind person={person} main before={actionData} />}
      <Waiting {...loaderData} />
      <section className="team-person">
        <Heading level={2} data-size="sm">
          {team.person.requirements}
        </Heading>
        {fulfilments.length === 0 && <Paragraph>{team.person.noRequirements}</Paragraph>}
        <ul className="plain-list">
          {fulfilments.map((fulfilment) => (
            <OneRequirement key={fulfilment.requirement} fulfilment={fulfilment} today={today} />
          ))}
        </ul>
      </section>
      <History history={history} today={today} />
      <section className="team-person">
        <Heading level={2} data-size="sm">
          {team.person.reminders}
        </Heading>
        {reminders.length === 0 && <Paragraph>{team.person.noReminders}</Paragraph>}
        <ul className="plain-list">
          {reminders.map(({ at, by }) => (
            <li key={at}>{team.person.reminder(momentIn(words, at), by)}</li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

/** Stays when the last one is signed, for what came of it to be read. */
function Waiting({ team: unit, signOffs, today }: Pick<Found, 'team' | 'signOffs' | 'today'>) {
  const { signOffs: words } = useWords().team;
  return (
    <section className="team-person">
      {signOffs.length > 0 && (
        <Heading level={2} data-size="sm">
          {words.ofPerson}
        </Heading>
      )}
      <SignOffList unit={unit} signOffs={signOffs} today={today} isOfOne />
    </section>
  );
}

function OneRequirement({ fulfilment, today }: { fulfilment: Found['fulfilments'][number]; today: string }) {
  const words = useWords();
  const municipality = usePerson()?.municipalityName ?? '';
  const { requirement, competence, role, course } = fulfilment;
  const { sign, text } = cellWords(fulfilment, today, words);
  return (
    <li id={`krav-${requirement}`} className="person-requirement" data-sign={sign}>
      <div className="person-requirement-top">
        <Heading level={3} data-size="2xs">
          {competence}
        </Heading>
        <StatusSign sign={sign}>{text}</StatusSign>
      </div>
      <p>{sinceAndUntil(fulfilment, today, words)}</p>
      {isUnfinished(fulfilment.state) && <p>{whatToDo(fulfilment, course?.title ?? null, words)}</p>}
      <p className="quiet">{whoMust(role, municipality, words)}</p>
    </li>
  );
}

function History({ history, today }: { history: Found['history']; today: string }) {
  const words = useWords();
  const { person } = words.team;
  return (
    <section className="team-person">
      <Heading level={2} data-size="sm">
        {person.history}
      </Heading>
      {history.length === 0 && <Paragraph>{person.noHistory}</Paragraph>}
      {history.length > 0 && (
        <WideTable
          caption={person.history}
          head={
            <tr>
              <th scope="col">{person.course}</th>
              <th scope="col">{person.on}</th>
              <th scope="col">{person.score}</th>
            </tr>
          }
        >
          {history.map(({ course, on, score }) => (
            <tr key={course + on}>
              <td>{course}</td>
              <td>{dateIn(words, on, today)}</td>
              <td>{score === null ? person.noScore : person.percent(Math.round(score * 100))}</td>
            </tr>
          ))}
        </WideTable>
      )}
    </section>
  );
}
