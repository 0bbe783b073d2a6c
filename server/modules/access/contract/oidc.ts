import { z } from 'zod';
import { signedIn } from './sessions.ts';

/** The provider by which people of this installation may sign in; `name` stands on the button. Null: there is none. */
export const oidcProvider = z.strictObject({ provider: z.strictObject({ name: z.string() }).nullable() });
export type OidcProvider = z.infer<typeof oidcProvider>;

/** Where the journey to the provider began, and where it ends: one of ours, never an address. */
export const oidcSignInRequest = z.strictObject({ startOn: z.enum(['console', 'phone']) });

/** Where linking began: the page of one's own account on the console (unless said), or on the phone. */
export const oidcLinkRequest = z.strictObject({ startOn: z.enum(['account', 'phone-account']).optional() });

/** Where the browser goes now; the cookie that comes with it binds the journey to this browser for ten minutes. */
export const oidcJourney = z.strictObject({ address: z.url() });
export type OidcJourney = z.infer<typeof oidcJourney>;

const parameter = (most: number) => z.string().min(1).max(most);

/** What the provider said in the address by which the browser came back (RFC 6749 §4.1.2, RFC 9207). */
export const oidcReturn = z.strictObject({
  state: parameter(200),
  code: parameter(4_000).optional(),
  iss: parameter(500).optional(),
  error: parameter(200).optional(),
});
export type OidcReturn = z.infer<typeof oidcReturn>;

/** What the return has led to: a session, or an account linked. */
export const oidcArrival = z.strictObject({
  startOn: z.enum(['console', 'phone', 'account', 'phone-account']),
  session: signedIn.nullable(),
});
export type OidcArrival = z.infer<typeof oidcArrival>;

/** How the person is linked with the provider: since when, null where they are not. The whole is null without a provider. */
export const oidcLinkView = z
  .strictObject({ name: z.string(), linkedAt: z.iso.datetime().nullable(), usedAt: z.iso.datetime().nullable() })
  .nullable();
