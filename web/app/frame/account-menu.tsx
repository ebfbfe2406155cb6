import { Button } from '@digdir/designsystemet-react';
import { Form, Link, useLocation } from 'react-router';
import { useWords } from '../words/words.js';
import { LanguageChoice } from './language-choice.js';
import type { SignedIn } from './person.js';

/** Opens without script; a new page closes it. */
export function AccountMenu({ person }: { person: SignedIn }) {
  const { frame, learn } = useWords();
  const { key } = useLocation();
  return (
    <details className="frame-account" key={key}>
      <summary>
        <span className="ds-sr-only">{frame.account}: </span>
        {person.name}
      </summary>
      <div className="frame-account-content">
        <LanguageChoice />
        <Link className="ds-link" to="/innsyn">
          {learn.looked.title}
        </Link>
        <Form method="post" action="/logg-ut" reloadDocument>
          <Button type="submit" variant="secondary">
            {frame.signOut}
          </Button>
        </Form>
      </div>
    </details>
  );
}
