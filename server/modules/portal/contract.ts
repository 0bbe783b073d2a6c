import { z } from 'zod';

/** `GET /hub`: how many follow the feeds of the county; never who. */
export const hubView = z.strictObject({
  /** Subscriptions whose lease holds. */
  subscriptions: z.int(),
  /** Of these, those that are owed a feed and did not take it yet. */
  waiting: z.int(),
});
export type HubView = z.infer<typeof hubView>;
