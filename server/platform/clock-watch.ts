import os from 'node:os';
import type { App } from './app.ts';
import { machineClock } from './clock.ts';

/** So much the clock may be apart from the database's, or leap between two looks, and still be believed. */
export const believedMilliseconds = 5 * 60_000;
const lookEveryMilliseconds = 1_000;
const askEveryMilliseconds = 60_000;
/** Time synchronisation that set the clock wrong, or right, has done so for good by then. */
const restMilliseconds = 10 * 60_000;

/** How far a clock is ahead of the database's, in milliseconds; behind: less than 0. */
export async function aheadOfDatabase(app: Pick<App, 'clock' | 'backgroundPool'>): Promise<number> {
  const began = performance.now();
  const asked = await app.backgroundPool.query<{ now: Date }>('select clock_timestamp() as now');
  // It was so late there when the question was half way.
  const there = (asked.rows[0]?.now.getTime() ?? 0) + (performance.now() - began) / 2;
  return Math.round(app.clock.now().getTime() - there);
}

/** Whether the machine's clock is to be believed. It is not while it and the database's are more than five minutes apart, nor for ten minutes after it leapt as far: a machine on which a clock battery died, or that was given a wrong time, is put right meanwhile.
 *  A clock that is set by hand (tests) always is. */
export class ClockWatch {
  readonly #app: App;
  readonly #timers: NodeJS.Timeout[] = [];
  #offset = offsetNow();
  /** What the leaps of the last ten minutes come to: nought when it leapt back. */
  #leapt = 0;
  #leaptAt = -Infinity;
  #isApart = false;

  constructor(app: App) {
    this.#app = app;
    if (app.clock !== machineClock) return;
    this.#timers.push(
      setInterval(() => this.#look(), lookEveryMilliseconds).unref(),
      setInterval(() => void this.#ask(), askEveryMilliseconds).unref(),
    );
    void this.#ask();
  }

  /** Nothing that cannot be taken back is done by the clock now. */
  get isDoubtful(): boolean {
    // It may have leapt since the last look.
    if (this.#timers.length > 0) this.#look();
    return this.#isApart || performance.now() - this.#leaptAt < restMilliseconds;
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }

  #look(): void {
    const offset = offsetNow();
    const leap = offset - this.#offset;
    this.#offset = offset;
    if (Math.abs(leap) < believedMilliseconds) return;
    const isLate = performance.now() - this.#leaptAt >= restMilliseconds;
    this.#leapt = leap + (isLate ? 0 : this.#leapt);
    const isBack = Math.abs(this.#leapt) < believedMilliseconds;
    this.#leaptAt = isBack ? -Infinity : performance.now();
    this.#app.log.error(
      isBack
        ? 'the clock leapt back to where it was'
        : 'the clock leapt: what cannot be taken back (publishing at a set time, forgetting) waits for ten minutes; see whether the time is right and turn on time synchronisation (NTP)',
      { minutes: Math.round(leap / 60_000) },
    );
    void this.#ask();
  }

  // Where the database cannot be asked, what was known of its clock holds.
  async #ask(): Promise<void> {
    const ahead = await aheadOfDatabase(this.#app).catch(() => undefined);
    if (ahead === undefined) return;
    const isApart = Math.abs(ahead) > believedMilliseconds;
    if (isApart !== this.#isApart)
      this.#app.log.error(
        isApart
          ? 'the clocks of this machine and of the database are apart: what cannot be taken back (publishing at a set time, forgetting) waits until they agree; turn on time synchronisation (NTP) on both'
          : 'the clocks of this machine and of the database agree again',
        { aheadMinutes: Math.round(ahead / 60_000) },
      );
    this.#isApart = isApart;
  }
}

// The other clock only ever runs on, also while the machine sleeps, as that of `performance` does not: a notebook that is opened again has the right time.
const offsetNow = (): number => Date.now() - os.uptime() * 1_000;
