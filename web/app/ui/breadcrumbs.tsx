import { Link } from 'react-router';

interface BreadcrumbsProps {
  /** What the list is, for who cannot see where it stands: "Du er her". */
  label: string;
  /** From the top down to the place above this page. */
  places: { to: string; name: string }[];
}

/** The way up. */
export function Breadcrumbs({ label, places }: BreadcrumbsProps) {
  if (places.length === 0) return null;
  return (
    <nav className="ds-breadcrumbs" aria-label={label}>
      <ol>
        {places.map(({ to, name }) => (
          <li key={to}>
            <Link className="ds-link" to={to}>
              {name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
