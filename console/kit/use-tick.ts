import { useEffect, useState } from 'react';

/** Draws again every so often, for countdowns. */
export function useTick(everyMs = 15_000): void {
  const [, count] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => count((n) => n + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
}
