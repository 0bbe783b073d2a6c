import { z } from 'zod';

const address = z.email().max(200).nullable();

/** A newsletter by e-mail. */
export const newsletterSettings = z.strictObject({
  kind: z.literal('newsletter'),
  /** What it is, for whoever thinks of asking for it; may be empty. */
  lead: z.string().trim().max(300),
  /** Sender; null: the one of the program's settings. */
  from: address,
  /** Where what cannot be delivered comes back; null: to the sender. */
  returnTo: address,
  /** Whether letters are signed with DKIM: once the DNS record stands. */
  signs: z.boolean(),
  /** Hour of the county's day at which digests leave. */
  digestHour: z.int().min(0).max(23),
  /** Day of the week of the weekly ones, 1 Monday to 7 Sunday. */
  digestWeekday: z.int().min(1).max(7),
});
export type NewsletterSettings = z.infer<typeof newsletterSettings>;
