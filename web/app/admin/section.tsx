import { NavLink, Outlet } from 'react-router';
import { useWords } from '../words/words.js';

/** The places of an administrator, in the order of the section's navigation. */
export const places = [
  { to: '/administrasjon/utsagn', name: 'statements' },
  { to: '/administrasjon/avvist', name: 'refused' },
  { to: '/administrasjon/nokler', name: 'keys' },
  { to: '/administrasjon/videresending', name: 'forwarding' },
  { to: '/administrasjon/oppbevaring', name: 'retention' },
  { to: '/administrasjon/slett-person', name: 'erasure' },
  { to: '/administrasjon/utboks', name: 'outbox' },
] as const;

/** What all of an administrator's pages have above them. Whether the caller may enter is asked on each page. */
export default function Section() {
  const { section } = useWords().admin;
  return (
    <>
      <nav className="section-navigation page-wide" aria-label={section.title}>
        <ul>
          {places.map(({ to, name }) => (
            <li key={to}>
              <NavLink to={to} className="ds-link">
                {section.places[name].name}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </>
  );
}
