import { Link } from 'react-router';
import { useWords } from '../words/words.js';
import { LanguageChoice } from './language-choice.js';

export function Footer() {
  const { frame } = useWords();
  return (
    <footer className="frame-footer">
      <div className="frame-footer-content">
        <p>
          <strong>{frame.product}</strong>. {frame.about}
        </p>
        <LanguageChoice />
        <p>
          <Link to="/tilgjengelighet" className="ds-link">
            {frame.accessibility}
          </Link>
        </p>
      </div>
    </footer>
  );
}
