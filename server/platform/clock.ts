/** Where the time comes from. Real time for sessions, one-time codes and rate limits; a county's own time for everything that happens in it. */
export interface Clock {
  /** Real time. */
  now(): Date;
}

/** The machine's clock. */
export const machineClock: Clock = { now: () => new Date() };

/** Whether something that was stamped as done has yet to be: it was written while the clock was ahead. Clocks that are put right may be a minute apart. */
export const isAhead = (at: Date, now: Date): boolean => at.getTime() - now.getTime() > 60_000;

/** A clock that tests set by hand. */
export class SetClock implements Clock {
  #at: number;
  constructor(at: Date | string) {
    this.#at = new Date(at).getTime();
  }
  now(): Date {
    return new Date(this.#at);
  }
  set(at: Date | string): void {
    this.#at = new Date(at).getTime();
  }
  advance(amount: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    const { days = 0, hours = 0, minutes = 0, seconds = 0 } = amount;
    this.#at += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  }
}
