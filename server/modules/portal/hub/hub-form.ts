import { z } from 'zod';

/** What a subscriber posts to the hub (W3C WebSub §5.1); whatever else it says is left unread. */
export const hubForm = z.strictObject({
  'hub.mode': z.enum(['subscribe', 'unsubscribe']),
  /** Whole address of one of the county's feeds, as the feed itself says it. */
  'hub.topic': z.string().min(1).max(2_500),
  /** Where changes are sent. */
  'hub.callback': z.url({ protocol: /^https?$/ }).max(1_000),
  /** Nothing, or none, is no wish. */
  'hub.lease_seconds': z.preprocess(
    (text) => (text === '' ? undefined : text),
    z.coerce.number().int().min(0).max(1e9).optional(),
  ),
  /** Under 200 bytes; what is sent is signed with it. */
  'hub.secret': z
    .string()
    .min(1)
    .refine((text) => Buffer.byteLength(text) < 200, { params: { code: 'too_big', maximum: 199 } })
    .optional(),
});
export type HubForm = z.output<typeof hubForm>;
