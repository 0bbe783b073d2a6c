import type { App } from '#platform/app';

/** Tries that one process has under way at once, in all channels together. */
const most = 256;

/** What this process has under way: by county and channel, so that each has slots of its own. */
export class UnderWay {
  readonly #running = new Map<Promise<void>, { county: number; channel: string }>();

  get size(): number {
    return this.#running.size;
  }
  room(): number {
    return most - this.#running.size;
  }
  /** How many of the county are under way. */
  of(county: number): number {
    return [...this.#running.values()].filter((one) => one.county === county).length;
  }
  /** How many of each channel of the county are under way. */
  busy(county: number): Map<string, number> {
    const counts = new Map<string, number>();
    for (const one of this.#running.values())
      if (one.county === county && one.channel !== '') counts.set(one.channel, (counts.get(one.channel) ?? 0) + 1);
    return counts;
  }
  /** `work` never throws. */
  add(county: number, channel: string, work: Promise<void>): void {
    this.#running.set(work, { county, channel });
    void work.finally(() => this.#running.delete(work));
  }
  /** Until one of them ended, or for so long. */
  async next(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    await Promise.race([promise, ...this.#running.keys()]);
    clearTimeout(timer);
  }
  /** Until all of them ended. */
  async all(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running.keys());
  }
}

const all = new WeakMap<App, UnderWay>();

/** What the program has under way. */
export function underWayIn(app: App): UnderWay {
  const known = all.get(app) ?? new UnderWay();
  all.set(app, known);
  return known;
}
