import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether the browser's script has taken over the page; false in what the server renders. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** Whether a media query holds; `before` until the script has taken over. */
export function useMedia(query: string, before: boolean): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
    () => before,
  );
}
