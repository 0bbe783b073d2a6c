import { isAhead } from '#platform/clock';

/** Minutes without a sign of a person after which a session opened by PIN is over. */
export const idleMinutes = 2;

/** Hours after a full sign-in at the computer for which the PIN counts: a working day with its evening, never the next morning. */
export const pinHours = 12;

/** The wrong try that ends a PIN. */
export const pinTries = 5;

/** Until when a PIN counts. */
export const pinUntil = (provedAt: Date): Date => new Date(provedAt.getTime() + pinHours * 3_600_000);

/** Whether a PIN counts now. One proved while the clock was ahead would count for as long as that. */
export const pinCounts = (provedAt: Date, now: Date): boolean => !isAhead(provedAt, now) && pinUntil(provedAt) > now;

/** When a session opened by PIN is over unless a person gives a sign. */
export const idleUntil = (now: Date, until: Date): Date =>
  new Date(Math.min(now.getTime() + idleMinutes * 60_000, until.getTime()));
