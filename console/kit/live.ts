import { useEffect } from 'react';
import { queries } from './queries.ts';

// What hardly ever changes is not read anew for every change of something else.
const settled = new Set(['places', 'roles', 'sections', 'service-terms', 'settings', 'chain-heads', 'pictures']);

/** Listens to what changes elsewhere and reads it anew here; the browser reconnects by itself. */
export function useLive(): void {
  useEffect(() => {
    const stream = new EventSource('/api/v1/live');
    let pending = 0;
    const changed = (): void => {
      // Several changes in a moment are one reading.
      clearTimeout(pending);
      pending = window.setTimeout(
        () => void queries.invalidateQueries({ predicate: ({ queryKey }) => !settled.has(String(queryKey[0])) }),
        500,
      );
    };
    stream.addEventListener('changed', changed);
    stream.addEventListener('ended', () => {
      stream.close();
      void queries.invalidateQueries({ queryKey: ['me'] });
    });
    return () => {
      clearTimeout(pending);
      stream.close();
    };
  }, []);
}
