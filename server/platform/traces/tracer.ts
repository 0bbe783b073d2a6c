import type { Log } from '../log.ts';
import { otlpBody } from './otlp.ts';
import type { Source } from './otlp.ts';
import { Span, spanKinds } from './span.ts';
import type { Attributes, EndedSpan } from './span.ts';

/** Where traces go, and of how many beginnings one is told. */
export interface TraceSetting {
  /** Of a collector that takes OTLP over HTTP in JSON; name and password in it are shown as Basic. */
  readonly url: string;
  /** From 0 to 1. */
  readonly share: number;
}

const sendEveryMilliseconds = 5_000;
const answerWithinMilliseconds = 5_000;
/** So many in one body. */
const mostAtOnce = 512;
/** So many wait while the collector is away; newer ones are let go. */
const mostWaiting = 4_096;
/** The collector is busy or away: the same again later (OTLP/HTTP, "Retryable Response Codes"). */
const comeAgain = new Set([429, 502, 503, 504]);

/** Tells a collector what the program spent its time on. A collector that is away costs a request nothing. */
export class Tracer {
  readonly #setting: TraceSetting;
  readonly #source: Source;
  readonly #log: Log;
  readonly #timer: NodeJS.Timeout;
  #waiting: EndedSpan[] = [];
  #sending: Promise<void> = Promise.resolve();
  #isTold = false;

  constructor(setting: TraceSetting, source: Source, log: Log) {
    this.#setting = setting;
    this.#source = source;
    this.#log = log;
    this.#timer = setInterval(() => void this.send(), sendEveryMilliseconds).unref();
  }

  /** Begins a trace, or does not: only the share of the setting is told. */
  begin(name: string, kind: keyof typeof spanKinds, attributes: Attributes): Span | null {
    if (Math.random() >= this.#setting.share) return null;
    return new Span({ name, kind: spanKinds[kind], attributes }, (span) => this.#take(span));
  }

  /** Begins a trace around a piece of work. */
  async around<T>(name: string, attributes: Attributes, work: (span: Span | null) => Promise<T>): Promise<T> {
    const span = this.begin(name, 'consumer', attributes);
    try {
      const result = await work(span);
      span?.end();
      return result;
    } catch (error) {
      span?.end({ failed: true });
      throw error;
    }
  }

  /** Sends what waits, one body after the other. */
  send(): Promise<void> {
    this.#sending = this.#sending.then(() => this.#sendAll());
    return this.#sending;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.send();
  }

  #take(span: EndedSpan): void {
    if (this.#waiting.length < mostWaiting) this.#waiting.push(span);
    if (this.#waiting.length === mostAtOnce) void this.send();
  }

  async #sendAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const some = this.#waiting.slice(0, mostAtOnce);
      const status = await post(this.#setting.url, otlpBody(some, this.#source));
      if (status === null || comeAgain.has(status)) return this.#tell(status);
      this.#waiting = this.#waiting.slice(some.length);
      if (status >= 400) this.#tell(status);
      else this.#isTold = false;
    }
  }

  // Once for each time that it begins.
  #tell(status: number | null): void {
    if (!this.#isTold) this.#log.warn('the collector does not take the traces', { status });
    this.#isTold = true;
  }
}

async function post(address: string, body: string): Promise<number | null> {
  const url = new URL(address);
  const { username, password } = url;
  [url.username, url.password] = ['', ''];
  const name = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const authorization = username === '' ? {} : { authorization: `Basic ${Buffer.from(name).toString('base64')}` };
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...authorization },
      redirect: 'error',
      signal: AbortSignal.timeout(answerWithinMilliseconds),
    });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return null;
  }
}
