import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** After a link is followed without loading a document, reading goes on at the top of the new page, as it would with one. */
export function useArrival(): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    document.getElementById('innhold')?.focus({ preventScroll: true });
  }, [pathname]);
}
