import type { WaitingSignOff } from '@kursdugnad/core/contract/teams.js';
import { dayInNorway } from '@kursdugnad/core/contract/day-in-norway.js';
import { Button, Heading } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { Link, useFetcher } from 'react-router';
import { dayInWords } from '../ui/dates.js';
import { useWords, type Words } from '../words/words.js';

/** What came of a leader's word on a task. */
export type Signed = { approved: boolean; person: string; task: string } | { refused: string };

interface SignOffListProps {
  unit: string;
  signOffs: WaitingSignOff[];
  today: string;
  /** What came of it without script. */
  before?: Signed | undefined;
  /** On the page of one person the name is said already. */
  isOfOne?: boolean;
}

/** Practical tasks that wait for the leader. One click each; what came of it stands above, also when the task is gone. */
export function SignOffList({ unit, signOffs, today, before, isOfOne = false }: SignOffListProps) {
  const words = useWords();
  const fetcher = useFetcher<Signed>();
  const isSending = fetcher.state !== 'idle';
  return (
    <>
      <Receipt signed={isSending ? undefined : (fetcher.data ?? before)} />
      <ul className="plain-list sign-offs">
        {signOffs.map(({ registration, person, course, task, at }, index) => (
          <li key={registration + task.id} className="sign-off">
            <Heading level={isOfOne ? 3 : 2} data-size="2xs">
              {task.title}
            </Heading>
            {!isOfOne && (
              <p>
                <Link className="ds-link" to={`/team/${unit}/person/${person.id}`}>
                  {person.name}
                </Link>
              </p>
            )}
            <p>{words.team.signOffs.asked(course.title, dayInWords(words, dayInNorway(at), today))}</p>
            <fetcher.Form method="post" action={`/team/${unit}/signeringer`} className="sign-off-answers">
              <input type="hidden" name="registration" value={registration} />
              <input type="hidden" name="person" value={person.id} />
              <input type="hidden" name="task" value={task.id} />
              <Answer
                value="godkjent"
                {...{ isSending }}
                isMain={index === 0 && !isOfOne}
                about={`${task.title}, ${person.name}`}
              />
              <Answer value="ikke-enna" {...{ isSending }} about={`${task.title}, ${person.name}`} />
              <a className="ds-link" href={`/katalog/${course.id}/gjennomsyn/${task.lesson}#${task.id}`}>
                {words.team.signOffs.see}
              </a>
            </fetcher.Form>
          </li>
        ))}
      </ul>
    </>
  );
}

interface AnswerProps {
  value: 'godkjent' | 'ikke-enna';
  isSending: boolean;
  /** The one main action of the page. */
  isMain?: boolean;
  about: string;
}

function Answer({ value, isSending, isMain = false, about }: AnswerProps) {
  const { signOffs: words } = useWords().team;
  const isYes = value === 'godkjent';
  return (
    <Button
      type="submit"
      name="svar"
      value={value}
      variant={isMain ? 'primary' : isYes ? 'secondary' : 'tertiary'}
      aria-disabled={isSending}
      onClick={(event) => {
        if (isSending) event.preventDefault();
      }}
    >
      {isYes ? words.approve : words.notYet}
      <span className="ds-sr-only"> {about}</span>
    </Button>
  );
}

/** Takes the focus, which stood on a button that is gone. */
function Receipt({ signed }: { signed: Signed | undefined }) {
  const { signOffs: words } = useWords().team;
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (signed) line.current?.focus();
  }, [signed]);
  return (
    <p ref={line} role="status" tabIndex={-1} className="sign-off-receipt" data-refused={signed && 'refused' in signed}>
      {signed && inWords(signed, words)}
    </p>
  );
}

function inWords(signed: Signed, words: Words['team']['signOffs']): string {
  if ('refused' in signed) return words.refused(signed.refused);
  const { approved, person, task } = signed;
  return approved ? words.approved(task, person) : words.returned(task, person);
}
