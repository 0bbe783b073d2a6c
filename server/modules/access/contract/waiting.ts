import { z } from 'zod';

/** A card of "my work": one thing that waits for the person signed in. */
export const waitingLine = z.strictObject({
  /** What kind of card it is, such as `newsroom.review`. */
  kind: z.string(),
  subjectId: z.string(),
  /** What it is, in the record's own words. */
  title: z.string(),
  /** Why me and what to do, in the reader's language. */
  reason: z.string(),
  /** Path of the console that opens the very item. */
  href: z.string(),
  /** County time by which it should be done. */
  dueAt: z.iso.datetime().nullable(),
  placeId: z.string().nullable(),
});
export type WaitingLine = z.infer<typeof waitingLine>;
/** What is due first stands first; what has no time stands last. */
export const waitingList = z.strictObject({ items: z.array(waitingLine) });
export type WaitingList = z.infer<typeof waitingList>;
