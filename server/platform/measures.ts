import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What this process counts of its own work since it started, for Prometheus. Labels name counties by their slug and nothing of whoever asks. */
export class Measures {
  readonly #registry = new Registry();
  readonly #requests = new Counter({
    name: 'xiangyin_requests_total',
    help: 'Answers by county, by what answered (memory, page, api) and by class of status.',
    labelNames: ['county', 'by', 'status'],
    registers: [this.#registry],
  });
  readonly #seconds = new Histogram({
    name: 'xiangyin_request_seconds',
    help: 'Time from the head of a request to the end of its answer; what came from memory is left out.',
    labelNames: ['by'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.#registry],
  });
  readonly #fromMemory = new Map<string, { inc(): void }>();

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  /** A request was answered; `county` is null for a host that is nobody's. */
  answered(county: string | null, by: 'page' | 'api', status: number, milliseconds: number): void {
    this.#requests.inc({ county: county ?? '', by, status: classOf(status) });
    this.#seconds.observe({ by }, milliseconds / 1_000);
  }

  /** Something was answered from memory: the commonest thing of all, so nothing is looked up twice. */
  answeredFromMemory(county: string, status: number): void {
    const key = `${county} ${status}`;
    let counter = this.#fromMemory.get(key);
    if (!counter) {
      counter = this.#requests.labels({ county, by: 'memory', status: classOf(status) });
      this.#fromMemory.set(key, counter);
    }
    counter.inc();
  }

  /** All of it, in the text form of Prometheus. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }
}

const classOf = (status: number): string => `${Math.floor(status / 100)}xx`;
