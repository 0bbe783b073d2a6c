import { z } from 'zod';

const moment = z.iso.datetime();

/** Why a letter came back for good. `no-mailbox`: there is no such address; `no-server`: nobody takes mail for it; `full`: no room there; `closed`: the mailbox takes nothing in; `refused`: its provider does not want letters of ours; `other`: the receiver did not say clearly. */
const bounceReason = z.enum(['no-mailbox', 'no-server', 'full', 'closed', 'refused', 'other']);
export type BounceReason = z.infer<typeof bounceReason>;

/** `GET /channels/:id/returned-letters`: counts alone. */
export const returnedLettersView = z.strictObject({
  /** Addresses that are written to. */
  receivers: z.int(),
  /** By reason; that of the most addresses first. `stopped`: three letters in a row came back, nothing more is sent; `trying`: the last did. `since`: the earliest of these rows. */
  reasons: z.array(z.strictObject({ reason: bounceReason, stopped: z.int(), trying: z.int(), since: moment })),
});
export type ReturnedLetters = z.infer<typeof returnedLettersView>;

const returnedAddress = z.strictObject({
  id: z.uuid(),
  /** Its first letter and its provider: `w…@mail.test`. */
  masked: z.string(),
  /** Nothing more is sent to it. */
  isStopped: z.boolean(),
  reason: bounceReason,
  /** So many letters in a row came back. */
  bounces: z.int(),
  /** The first of them. */
  since: moment,
});
export type ReturnedAddress = z.infer<typeof returnedAddress>;
/** `GET /channels/:id/returned-addresses`: at most 1,000. */
export const returnedAddressList = z.strictObject({ items: z.array(returnedAddress) });
export const returnedAddressParams = z.strictObject({ id: z.uuid(), addressId: z.uuid() });
/** `POST …/looks`. */
export const seenAddress = z.strictObject({ email: z.string() });
