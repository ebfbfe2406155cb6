import { Link, useLocation } from 'react-router';
import { useWords } from '../words/words.js';
import { AccountMenu } from './account-menu.js';
import { Navigation } from './navigation.js';
import type { SignedIn } from './person.js';

const signInPage = '/logg-inn';

export function Header({ person }: { person: SignedIn | null }) {
  const { frame } = useWords();
  const { pathname } = useLocation();
  return (
    <header className="frame-header">
      <div className="frame-bar">
        <Link to="/" className="frame-brand">
          <span className="frame-product">{frame.product}</span>
          {person && <span className="frame-municipality">{person.municipalityName}</span>}
        </Link>
        {person && <AccountMenu person={person} />}
        {!person && pathname !== signInPage && (
          <Link to={signInPage} className="frame-sign-in">
            {frame.signIn}
          </Link>
        )}
      </div>
      {person && <Navigation rights={person.rights} />}
    </header>
  );
}
