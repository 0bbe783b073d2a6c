/** Does something once the browser has nothing better to do: at latest after a second, and where a browser does not say when it is idle (Safari) after a moment. */
export function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 1_000 });
  else setTimeout(work, 200);
}
