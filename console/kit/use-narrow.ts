import { useSyncExternalStore } from 'react';

// Where a page's second column goes below the first (`.split` in tokens.css).
const narrow = matchMedia('(max-width: 1000px)');
// A phone held upright: what sticks to its edge must leave the text in sight.
const phone = matchMedia('(max-width: 600px)');

/** Whether there is room for one column only. */
export const useNarrow = (): boolean => useMatch(narrow);

/** Whether the window is as narrow as a phone. */
export const usePhoneWidth = (): boolean => useMatch(phone);

const useMatch = (query: MediaQueryList): boolean =>
  useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => query.matches,
  );
