import type { App } from '../app.ts';
import { refuse } from '../refuse.ts';
import { netOf } from './net-of.ts';

interface Window {
  startedAt: number;
  hits: number;
}
const windows = new WeakMap<App, Map<string, Window>>();

/** Counts a hit of `scope` by `who` and refuses beyond `perMinute` (TooManyRequests unless said, 429 with Retry-After). In memory, per process, in real time.
 *  IPv6 addresses count by their /64, as one household has one. */
export function throttle(app: App, scope: string, who: string, perMinute: number, refusal = 'TooManyRequests'): void {
  const counters = windows.get(app) ?? new Map<string, Window>();
  windows.set(app, counters);
  const now = app.clock.now().getTime();
  const key = `${scope} ${netOf(who)}`;
  const window = counters.get(key);
  if (!window || now - window.startedAt >= 60_000 || now < window.startedAt) {
    // Set anew, so that the map is in the order of the windows' beginnings and the oldest are the first to be forgotten.
    counters.delete(key);
    counters.set(key, { startedAt: now, hits: 1 });
    forgetOldest(counters, now);
    return;
  }
  window.hits += 1;
  if (window.hits > perMinute)
    refuse(refusal, { retryAfterSeconds: Math.ceil((window.startedAt + 60_000 - now) / 1000) });
}

const mostWindows = 50_000;

// Two for each that comes: those that are over and, of too many, those that have been open longest.
function forgetOldest(counters: Map<string, Window>, now: number): void {
  let looks = 0;
  for (const [key, { startedAt }] of counters) {
    if (now - startedAt >= 60_000 || counters.size > mostWindows) counters.delete(key);
    looks += 1;
    if (looks === 2) return;
  }
}
