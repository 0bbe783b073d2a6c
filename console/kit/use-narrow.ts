import { useSyncExternalStore } from 'react';

// Where a page's second column goes below the first (`.split` in tokens.css).
const narrow = matchMedia('(max-width: 1000px)');

/** Whether there is room for one column only. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}
