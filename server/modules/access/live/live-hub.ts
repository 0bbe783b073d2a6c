import type { ServerResponse } from 'node:http';
import type { App } from '#platform/app';

/** One open stream. */
interface Listener {
  readonly countyId: number;
  readonly personId: string;
  readonly sessionId: string;
  readonly response: ServerResponse;
  readonly nouns: Set<string>;
  timer: NodeJS.Timeout | undefined;
}

/** How long changes are gathered before a stream is told: a burst becomes one message. */
const gatherMilliseconds = 400;

/** The open streams of this process. Holds connections only; what is told is only that something changed, and of which kind. */
export class LiveHub {
  readonly #listeners = new Set<Listener>();

  /** Takes a stream; the returned function lets it go. */
  open(listener: Omit<Listener, 'nouns' | 'timer'>): () => void {
    const own: Listener = { ...listener, nouns: new Set(), timer: undefined };
    this.#listeners.add(own);
    return () => this.#drop(own);
  }

  /** Something of this kind changed in the county. */
  changed(countyId: number, noun: string): void {
    for (const one of this.#listeners) if (one.countyId === countyId) this.#tellSoon(one, noun);
  }

  /** The session is over: its streams end now. */
  ended(countyId: number, sessionId: string): void {
    for (const one of this.#listeners)
      if (one.countyId === countyId && one.sessionId === sessionId) {
        one.response.end('event: ended\ndata: {}\n\n');
        this.#drop(one);
      }
  }

  /** Ends every stream: the server stops. */
  close(): void {
    for (const one of this.#listeners) {
      one.response.end();
      this.#drop(one);
    }
  }

  get size(): number {
    return this.#listeners.size;
  }

  #tellSoon(one: Listener, noun: string): void {
    one.nouns.add(noun);
    one.timer ??= setTimeout(() => {
      one.timer = undefined;
      one.response.write(`event: changed\ndata: ${JSON.stringify({ nouns: [...one.nouns] })}\n\n`);
      one.nouns.clear();
    }, gatherMilliseconds);
  }

  #drop(one: Listener): void {
    clearTimeout(one.timer);
    this.#listeners.delete(one);
  }
}

const hubs = new WeakMap<App, LiveHub>();

/** The hub of this process. */
export function hubOf(app: App): LiveHub {
  const known = hubs.get(app);
  if (known) return known;
  const hub = new LiveHub();
  hubs.set(app, hub);
  return hub;
}
