import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** In the browser only. Outlives the page's parts, since an error page replaces them. */
let shown: string | null = null;

/** After a link is followed without loading a document, reading goes on at the top of the new page, as it would with one. */
export function useArrival(): void {
  const { pathname } = useLocation();
  useEffect(() => {
    if (shown !== null && shown !== pathname) document.getElementById('innhold')?.focus({ preventScroll: true });
    shown = pathname;
  }, [pathname]);
}
