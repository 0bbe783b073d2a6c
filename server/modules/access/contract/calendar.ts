import { z } from 'zod';

/** Whether the person has a calendar address; null: none. The address is shown once, when it is made. */
export const calendarFeedView = z.strictObject({ madeAt: z.iso.datetime().nullable() });
export type CalendarFeedView = z.infer<typeof calendarFeedView>;

/** The address just made: a path on this host. */
export const newCalendarFeed = z.strictObject({ path: z.string(), madeAt: z.iso.datetime() });
