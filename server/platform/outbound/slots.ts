/** What one process has under way at other machines: at most so much at once, and of each lane (a channel, a host) no more than the caller lets in, so that a slow one slows no other. */
export class Slots {
  readonly #running = new Map<Promise<void>, { county: number; lane: string }>();
  readonly #most: number;
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#running.size;
  }
  room(): number {
    return this.#most - this.#running.size;
  }
  /** How many of each lane of the county are under way. */
  busy(county: number): Map<string, number> {
    const counts = new Map<string, number>();
    for (const one of this.#running.values())
      if (one.county === county) counts.set(one.lane, (counts.get(one.lane) ?? 0) + 1);
    return counts;
  }
  /** `work` never throws. */
  add(county: number, lane: string, work: Promise<void>): void {
    this.#running.set(work, { county, lane });
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
