import type { Right } from '@kursdugnad/core/contract/caller.js';
import { NavLink } from 'react-router';
import { useWords } from '../words/words.js';

/** The main places, and the right that opens each. */
const places = [
  { to: '/mine-guider', words: 'myGuides', right: 'learner' },
  { to: '/team', words: 'myTeam', right: 'leader' },
  { to: '/kompetansekrav', words: 'requirements', right: 'coordinator' },
  { to: '/katalog', words: 'catalogue', right: 'learner' },
  { to: '/mine-kurs', words: 'myCourses', right: 'author' },
  { to: '/administrasjon', words: 'administration', right: 'administrator' },
] as const;

export function Navigation({ rights }: { rights: Right[] }) {
  const { frame } = useWords();
  return (
    <nav className="frame-navigation" aria-label={frame.mainNavigation}>
      <ul>
        {places
          .filter((place) => rights.includes(place.right))
          .map((place) => (
            <li key={place.to}>
              <NavLink to={place.to} prefetch="intent">
                {frame[place.words]}
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  );
}
