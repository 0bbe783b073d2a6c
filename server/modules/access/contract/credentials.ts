import { z } from 'zod';
import { oidcLinkView } from './oidc.ts';
import { totpCode, typedLogin, typedPassword } from './sessions.ts';

const base64url = z.string().regex(/^[A-Za-z0-9_-]*$/);
const text = (maximum: number) => z.string().trim().min(1).max(maximum);

/** A new device's answer (WebAuthn RegistrationResponseJSON), as the browser gives it. */
export const attestationShape = z.strictObject({
  id: base64url.min(1).max(1_400),
  rawId: base64url.min(1).max(1_400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
  clientExtensionResults: z.record(z.string().max(60), z.unknown()),
  response: z.strictObject({
    clientDataJSON: base64url.min(1).max(4_000),
    attestationObject: base64url.min(1).max(20_000),
    authenticatorData: base64url.max(8_000).optional(),
    transports: z.array(z.string().max(30)).max(10).optional(),
    publicKeyAlgorithm: z.number().optional(),
    publicKey: base64url.max(8_000).optional(),
  }),
});
export type Attestation = z.infer<typeof attestationShape>;

/** What to give to `navigator.credentials.create` (JSON form). */
export const creationOptions = z.strictObject({
  publicKey: z.strictObject({
    challenge: z.string(),
    rp: z.strictObject({ id: z.string(), name: z.string() }),
    user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.strictObject({ alg: z.number(), type: z.literal('public-key') })),
    timeout: z.number(),
    attestation: z.literal('none'),
    excludeCredentials: z.array(z.strictObject({ id: z.string(), type: z.literal('public-key') })),
    authenticatorSelection: z.strictObject({
      residentKey: z.literal('preferred'),
      userVerification: z.literal('required'),
    }),
  }),
});
export type CreationOptions = z.infer<typeof creationOptions>;

export const newPasskeyRequest = z.strictObject({ name: text(60), attestation: attestationShape });
export type NewPasskeyRequest = z.infer<typeof newPasskeyRequest>;

export const passkeyView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** Held by the server: a demonstration's. */
  serverHeld: z.boolean(),
  madeAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
});
export type PasskeyView = z.infer<typeof passkeyView>;

/** How a person signs in. */
export const credentialsView = z.strictObject({
  login: z.string(),
  hasPassword: z.boolean(),
  passwordChangedAt: z.iso.datetime().nullable(),
  passkeys: z.array(passkeyView),
  hasTotp: z.boolean(),
  recoveryCodesLeft: z.int(),
  /** Sign-in by the installation's provider. */
  oidc: oidcLinkView,
});
export type CredentialsView = z.infer<typeof credentialsView>;

/** A secret for the code app, shown until it is confirmed. */
export const totpSetup = z.strictObject({ secret: z.string(), uri: z.string(), qrSvg: z.string() });
export const totpConfirmation = z.strictObject({ code: totpCode });
/** Recovery codes, shown once. Empty when the person has some already. */
export const recoveryCodes = z.strictObject({ codes: z.array(z.string()) });

/** `current` may be left out after a confirmation (step-up), or where no password was set. */
export const passwordRequest = z.strictObject({ current: typedPassword.optional(), password: typedPassword });
export type PasswordRequest = z.infer<typeof passwordRequest>;

/** A personal access token. The token itself is shown once, when it is made. */
export const tokenView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  madeAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
});
export type TokenView = z.infer<typeof tokenView>;
export const tokenList = z.strictObject({
  tokens: z.array(tokenView),
  /** Abilities a new token may carry: those the person holds somewhere. */ offered: z.array(z.string()),
});
export const newTokenRequest = z.strictObject({
  name: text(60),
  scopes: z.array(z.string().max(80)).min(1).max(200),
  days: z.int().min(1).max(365),
});
export type NewTokenRequest = z.infer<typeof newTokenRequest>;
export const newToken = tokenView.extend({ token: z.string() });

/** The link of an invitation, as typed or followed. */
export const invitationLookup = z.strictObject({ token: z.string().trim().min(16).max(200) });
export const invitationFound = z.strictObject({
  name: z.string(),
  login: z.string().nullable(),
  needsSecondFactor: z.boolean(),
  expiresAt: z.iso.datetime(),
});
export const invitationAcceptance = z.strictObject({
  token: z.string().trim().min(16).max(200),
  login: typedLogin.regex(/^[\p{L}\p{N}._@+-]{3,120}$/u, 'expected:login'),
  password: typedPassword,
});
export type InvitationAcceptance = z.infer<typeof invitationAcceptance>;

/** A printed slip is used by whoever holds it. */
export const slipUse = z.strictObject({
  login: typedLogin,
  code: z.string().trim().min(8).max(60),
  password: typedPassword,
});
export type SlipUse = z.infer<typeof slipUse>;
