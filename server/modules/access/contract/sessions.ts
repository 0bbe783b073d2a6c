import { z } from 'zod';
import { words } from '#places/contract';
import { assertionShape, requestOptions } from './signing.ts';

/** A one-time code from an app: six digits, blanks allowed. */
export const totpCode = z
  .string()
  .trim()
  .regex(/^\d{3} ?\d{3}$/, 'expected:six-digits')
  .transform((text) => text.replace(' ', ''));
const recoveryCode = z.string().trim().min(8).max(60);
/** A password as typed; new ones are judged by their length and a list, not here. */
export const typedPassword = z.string().min(1).max(400);
export const typedLogin = z.string().trim().min(1).max(120);

/** Signs in with login and password, and the code of the app when there is one. */
export const signInRequest = z.strictObject({ login: typedLogin, password: typedPassword, code: totpCode.optional() });
export type SignInRequest = z.infer<typeof signInRequest>;

/** What a sign-in has led to; the session itself is in the cookie. */
export const signedIn = z.strictObject({
  /** `second-factor`: nothing works until the code is given. `enrolment`: nothing works until a second factor is set up. */
  needs: z.enum(['nothing', 'second-factor', 'enrolment']),
  personId: z.uuid(),
  /** In real time; unused sessions end sooner. */
  expiresAt: z.iso.datetime(),
});
export type SignedIn = z.infer<typeof signedIn>;

/** Options for a passkey, to be answered within five minutes. */
export const passkeyOptions = z.strictObject({ publicKey: requestOptions });

export const passkeySignInRequest = z.strictObject({ assertion: assertionShape });

/** The second factor of a session that waits for it: an app's code or a recovery code. */
export const secondFactorRequest = z.union([z.strictObject({ code: totpCode }), z.strictObject({ recoveryCode })]);
export type SecondFactorRequest = z.infer<typeof secondFactorRequest>;

/** Confirms once more who it is, by one means. */
export const stepUpRequest = z.union([
  z.strictObject({ password: typedPassword }),
  z.strictObject({ code: totpCode }),
  z.strictObject({ assertion: assertionShape }),
]);
export type StepUpRequest = z.infer<typeof stepUpRequest>;

export const steppedUp = z.strictObject({ until: z.iso.datetime() });

/** A session as its owner sees it. Times are real. */
export const sessionView = z.strictObject({
  id: z.uuid(),
  current: z.boolean(),
  /** Kind of browser and system, such as Chrome · Android. */
  device: z.string(),
  method: z.enum(['password', 'passkey', 'invitation', 'slip', 'recovery', 'demonstration', 'oidc', 'station-pin']),
  /** Of the station at whose computer it was opened; null elsewhere. */
  station: words.nullable(),
  madeAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type SessionView = z.infer<typeof sessionView>;
export const sessionList = z.strictObject({ sessions: z.array(sessionView) });
