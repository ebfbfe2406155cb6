import { Button } from '@digdir/designsystemet-react';
import { useFetcher } from 'react-router';
import { useWords, type Words } from '../words/words.js';

/** What came of a reminder. */
export type Reminded = { sent: number; passedOver: number } | { refused: string };

interface RemindProps {
  /** Null: everybody who is overdue. */
  person: { id: string; name: string } | null;
  /** On the button, when it is not one person's. */
  text?: string;
  main?: boolean;
  /** What came of it without script. */
  before?: Reminded | undefined;
}

/** One click, and what came of it beside the button. Posts to the page it stands on. */
export function Remind({ person, text, main = false, before }: RemindProps) {
  const { team: words } = useWords();
  const fetcher = useFetcher<Reminded>();
  const result = fetcher.state === 'idle' ? (fetcher.data ?? before) : undefined;
  return (
    <div className="remind">
      <fetcher.Form method="post">
        {person && <input type="hidden" name="person" value={person.id} />}
        <Button type="submit" variant={main ? 'primary' : 'secondary'} aria-disabled={fetcher.state !== 'idle'}>
          {fetcher.state === 'idle' ? (text ?? words.remind) : words.reminding}
          {person && <span className="ds-sr-only">{words.remindPerson(person.name)}</span>}
        </Button>
      </fetcher.Form>
      <p role="status">{result && inWords(result, words)}</p>
    </div>
  );
}

function inWords(result: Reminded, { reminded }: Words['team']): string {
  if ('refused' in result) return reminded.failed(result.refused);
  const { sent, passedOver } = result;
  const parts = [sent > 0 ? reminded.sent(sent) : reminded.nobody, passedOver > 0 && reminded.passedOver(passedOver)];
  return parts.filter(Boolean).join(' ');
}
