import type { App } from '../app.ts';
import { refuse } from '../refuse.ts';

interface Window {
  startedAt: number;
  hits: number;
}
const windows = new WeakMap<App, Map<string, Window>>();

/** Counts a hit of `scope` by `who` and refuses beyond `perMinute` (TooManyRequests, 429 with Retry-After). In memory, per process, in real time.
 *  IPv6 addresses count by their /64, as one household has one. */
export function throttle(app: App, scope: string, who: string, perMinute: number): void {
  const counters = windows.get(app) ?? new Map<string, Window>();
  windows.set(app, counters);
  const now = app.clock.now().getTime();
  if (counters.size > 50_000) for (const [key, one] of counters) if (now - one.startedAt > 60_000) counters.delete(key);
  const key = `${scope} ${network(who)}`;
  const window = counters.get(key);
  if (!window || now - window.startedAt >= 60_000 || now < window.startedAt) {
    counters.set(key, { startedAt: now, hits: 1 });
    return;
  }
  window.hits += 1;
  if (window.hits > perMinute)
    refuse('TooManyRequests', { retryAfterSeconds: Math.ceil((window.startedAt + 60_000 - now) / 1000) });
}

const network = (address: string): string =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
