import { z } from 'zod';
import { defineEvent } from '#platform/events';

const id = z.uuid();

/** A session is no more; everything it holds open must close. */
export const sessionEnded = defineEvent('session.ended', 1, 'sessionId', {
  sessionId: id,
  personId: id,
  why: z.string(),
});
/** Somebody was given a role at a place. */
export const grantAdded = defineEvent('grant.added', 1, 'personId', {
  personId: id,
  grantId: id,
  role: z.string(),
  placeId: id,
  unitId: id.nullable(),
  duty: z.boolean(),
});
/** A role at a place ended. */
export const grantEnded = defineEvent('grant.ended', 1, 'personId', {
  personId: id,
  grantId: id,
  role: z.string(),
  placeId: id,
});
/** An account was opened, closed, or opened again. */
export const accountChanged = defineEvent('account.changed', 1, 'personId', {
  personId: id,
  what: z.enum(['opened', 'closed', 'reopened']),
});
/** Somebody was invited to open an account; the link is in the letter or in the answer to whoever invited, never here. */
export const personInvited = defineEvent('person.invited', 1, 'personId', { personId: id, invitationId: id });
/** Something about how a person signs in changed; they are told of it, in case it was not them. */
export const credentialChanged = defineEvent('credential.changed', 1, 'personId', {
  personId: id,
  what: z.enum([
    'password',
    'passkey-added',
    'passkey-removed',
    'totp-on',
    'totp-off',
    'recovery-codes',
    'slip',
    'oidc-linked',
    'oidc-unlinked',
    'token-added',
    'token-revoked',
  ]),
});
/** A key of a program elsewhere was made or revoked. */
export const apiKeyChanged = defineEvent('api-key.changed', 1, 'keyId', { keyId: id });
/** A slip for a strong role was printed and works only after a second person has confirmed it. */
export const slipWaits = defineEvent('slip.waits', 1, 'slipId', { slipId: id, personId: id, madeBy: id });
/** A person's data was deleted in every module; what remains holds an id only. */
export const personErased = defineEvent('person.erased', 1, 'personId', { personId: id });
/** The county signs with another key from now on. */
export const keyRotated = defineEvent('key.rotated', 1, 'keyId', {
  keyId: z.string(),
  from: z.array(z.string()),
  why: z.enum(['scheduled', 'compromised', 'lost']),
});
