import { z } from 'zod';

/** A short message as the gateway posts it (Twilio, Messaging webhooks); what else it says is under the signature, and is left unread. */
export const smsAnswer = z.strictObject({
  MessageSid: z.string().min(1).max(100),
  From: z.string().min(1).max(40),
  Body: z.string().max(2_000).default(''),
});
export type SmsAnswer = z.output<typeof smsAnswer>;
