import { z } from 'zod';

const base64url = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/)
  .max(8_000);

/** A passkey's answer (WebAuthn AuthenticationResponseJSON), as the browser gives it. */
export const assertionShape = z.strictObject({
  id: base64url.min(1),
  rawId: base64url.min(1),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
  clientExtensionResults: z.record(z.string().max(60), z.unknown()),
  response: z.strictObject({
    clientDataJSON: base64url.min(1),
    authenticatorData: base64url.min(1),
    signature: base64url.min(1),
    userHandle: base64url.nullish(),
  }),
});
export type Assertion = z.infer<typeof assertionShape>;

/** Asks how a statement may be signed. `statementHash`: SHA-256 of its RFC 8785 bytes, lower-case hexadecimal. */
export const signingOptionsRequest = z.strictObject({ statementHash: z.string().regex(/^[0-9a-f]{64}$/) });
export type SigningOptionsRequest = z.infer<typeof signingOptionsRequest>;

/** What to give to `navigator.credentials.get` (JSON form). */
export const requestOptions = z.strictObject({
  challenge: z.string(),
  timeout: z.number().optional(),
  rpId: z.string().optional(),
  allowCredentials: z
    .array(
      z.strictObject({ id: z.string(), type: z.literal('public-key'), transports: z.array(z.string()).optional() }),
    )
    .optional(),
  userVerification: z.enum(['required', 'preferred', 'discouraged']).optional(),
  hints: z.array(z.string()).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

/** `passkey`: sign `publicKey` and send the assertion. `attested`: send none; the server countersigns, while a step-up counts. `step-up`: confirm who you are first.
 *  `demonstration`: send none; the server holds the key. */
export const signingOptions = z.strictObject({
  way: z.enum(['passkey', 'attested', 'step-up', 'demonstration']),
  /** Whether the server would countersign now without an assertion. */
  mayAttest: z.boolean(),
  publicKey: requestOptions.nullable(),
});
export type SigningOptions = z.infer<typeof signingOptions>;

/** Everything by which a signature can be checked for ever; all base64url, `publicKey` as SPKI. */
export const signatureEvidence = z.strictObject({
  kind: z.enum(['passkey', 'attested', 'demonstration']),
  credentialId: z.string().nullable(),
  /** Empty when attested. */
  authenticatorData: z.string(),
  /** Empty when attested. */
  clientDataJSON: z.string(),
  signature: z.string(),
  publicKey: z.string(),
  algorithm: z.enum(['ES256', 'RS256', 'EdDSA']),
  rpId: z.string(),
});
export type SignatureEvidence = z.infer<typeof signatureEvidence>;
