import { useEffect, useState } from 'preact/hooks';

/** Draws the screen anew every so often: countdowns. */
export function useTick(seconds = 20): void {
  const [, setCount] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setCount((count) => count + 1), seconds * 1_000);
    return () => clearInterval(timer);
  }, [seconds]);
}
