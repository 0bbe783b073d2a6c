import { z } from 'zod';

/** A receiver of signed calls with ninjs bodies. */
export const webhookSettings = z.strictObject({
  kind: z.literal('webhook'),
  address: z.url({ protocol: /^https?$/ }).max(1000),
});
export type WebhookSettings = z.infer<typeof webhookSettings>;
