import { useEffect } from 'react';
import { queries } from './queries.ts';

// What hardly ever changes is not read anew for every change of something else.
const settled = new Set(['places', 'roles', 'sections', 'service-terms', 'settings', 'chain-heads', 'pictures']);

const [soonMilliseconds, apartMilliseconds] = [500, 3_000];

/** Listens to what changes elsewhere and reads it anew here. The browser reconnects by itself when the line breaks; after the session ended the stream is
 *  opened again as soon as `me` is answered, that is, when the person has signed in again over the page or in another window. */
export function useLive(): void {
  useEffect(() => {
    let pending = 0;
    let readAt = -apartMilliseconds;
    let stream: EventSource | null = null;
    const changed = (): void => {
      // Several changes in a moment are one reading; where they keep coming there is one now and then, never none.
      pending ||= window.setTimeout(
        () => {
          pending = 0;
          readAt = performance.now();
          void queries.invalidateQueries({ predicate: ({ queryKey }) => !settled.has(String(queryKey[0])) });
        },
        Math.max(soonMilliseconds, readAt + apartMilliseconds - performance.now()),
      );
    };
    const close = (): void => {
      stream?.close();
      stream = null;
    };
    const open = (): void => {
      stream = new EventSource('/api/v1/live');
      stream.addEventListener('changed', changed);
      stream.addEventListener('ended', () => {
        close();
        void queries.invalidateQueries({ queryKey: ['me'] });
      });
      // Refused for good, such as by an end of the session while the line was broken.
      stream.addEventListener('error', () => {
        if (stream?.readyState === EventSource.CLOSED) close();
      });
    };
    open();
    const unsubscribe = queries.getQueryCache().subscribe((event) => {
      if (stream !== null || event.type !== 'updated' || event.action.type !== 'success') return;
      if (event.query.queryKey[0] !== 'me') return;
      open();
      // What changed while nobody listened.
      changed();
    });
    return () => {
      unsubscribe();
      clearTimeout(pending);
      close();
    };
  }, []);
}
