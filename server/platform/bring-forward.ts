import type { Recurring } from './recurring.ts';
import type { Tx } from './transaction.ts';

/** By which a wait is known for one of a clock that was ahead. */
export interface Present {
  /** Real time. */
  readonly now: Date;
  /** County time: what is stamped later was stamped before its time. */
  readonly soon: Date;
}

/** Work that brings forward what waits for a time that is none (ADR 79): longer than anything of its kind waits, or since a moment that has not come yet. It was written down while the clock was ahead, and would wait until then. `bring` answers a row for each.
 *  Not while the clock is in doubt: by the end of that whatever was in hand has come back, and a clock that is behind takes every wait for too long. */
export const bringingForward = (
  name: string,
  bring: (tx: Tx, present: Present) => Promise<readonly unknown[]>,
): Recurring => ({
  name,
  everySeconds: 300,
  soonAfterStart: true,
  cannotBeUndone: true,
  run: (ctx) =>
    ctx.transaction(async (tx) => {
      const present = { now: ctx.app.clock.now(), soon: new Date(tx.at.getTime() + 60_000) };
      const { length: count } = await bring(tx, present);
      if (count > 0) ctx.app.log.warn('what waited for a time of a clock that was ahead is due now', { name, count });
    }),
});
