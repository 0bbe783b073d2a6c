import { isAhead } from '#platform/clock';

/** How long a session lives, in real time: unused, and at most. Roles that need a second factor have a working day; a volunteer's phone may rest for weeks. */
export const sessionLimits = (strong: boolean): { idleMinutes: number; absoluteDays: number } =>
  strong ? { idleMinutes: 8 * 60, absoluteDays: 7 } : { idleMinutes: 21 * 24 * 60, absoluteDays: 90 };

/** Minutes for which a step-up counts. */
export const stepUpMinutes = 15;

/** Whether a step-up at that moment still counts. One of the future was given while the clock was ahead: it would count for as long as that. */
export const isSteppedUp = (at: Date | null | undefined, now: Date): boolean =>
  Boolean(at && !isAhead(at, now) && now.getTime() - at.getTime() <= stepUpMinutes * 60_000);
