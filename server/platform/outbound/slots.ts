import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../app.ts';
import type { Ctx } from '../transaction.ts';

/** What one process has under way at other machines: at most so much at once, and of each lane (a channel, a host) no more than the caller lets in, so that a slow one slows no other. */
export class Slots {
  readonly #running = new Map<Promise<void>, { county: number; lane: string | null }>();
  readonly #most: number;
  constructor(most: number) {
    this.#most = most;
  }

  /** How many more the county may have under way. Where several counties work, none holds more than three quarters. */
  room({ app, county }: Ctx): number {
    const mine = app.counties.isOnly(county.id) ? this.#most : Math.floor((this.#most * 3) / 4);
    return Math.max(0, Math.min(this.#most - this.#running.size, mine - this.of(county.id)));
  }
  /** How many of the county are under way. */
  of(county: number): number {
    return [...this.#running.values()].filter((one) => one.county === county).length;
  }
  /** How many of each lane of the county are under way. */
  busy(county: number): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { county: its, lane } of this.#running.values())
      if (its === county && lane !== null) counts.set(lane, (counts.get(lane) ?? 0) + 1);
    return counts;
  }
  /** `lane` null: in nobody's way. `work` never throws. */
  add(county: number, lane: string | null, work: Promise<void>): void {
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

/** Slots of a kind of work, at most `most` in each program. */
export function slotsPerApp(most: number): (app: App) => Slots {
  const all = new WeakMap<App, Slots>();
  return (app) => {
    const known = all.get(app) ?? new Slots(most);
    all.set(app, known);
    return known;
  };
}

/** A turn ends after this long, in time for the next one two seconds after it began; what is under way goes on behind it, so that a slow receiver holds up nobody else. */
const turnMilliseconds = 1_900;
/** What ends within the same moment makes room together: looking for each by itself cost more than sending. */
const gatherMilliseconds = 5;

/** Fills the slots for one turn of a county's recurring work, as they become free. `begin` puts in what is due and answers how much that was. A county that has nothing under way waits for nobody. */
export async function fillSlots(
  ctx: Ctx,
  slots: Slots,
  signal: AbortSignal,
  begin: () => Promise<number>,
): Promise<void> {
  const end = performance.now() + turnMilliseconds;
  while (!signal.aborted) {
    const begun = slots.room(ctx) > 0 ? await begin() : 0;
    const left = end - performance.now();
    if (left <= 0 || (begun === 0 && slots.of(ctx.county.id) === 0)) return;
    if (begun > 0 && slots.room(ctx) > 0) continue;
    await slots.next(left);
    await sleep(gatherMilliseconds);
  }
}
