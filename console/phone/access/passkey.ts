import { startAuthentication } from '@simplewebauthn/browser';
import type { SignedIn, SigningOptions } from '@xiangyin/server/contract';
import { act } from '../kit/api.ts';
import { endLeftSession } from './end-session.ts';
import { session } from './session.ts';

type PublicKey = NonNullable<SigningOptions['publicKey']>;
/** A passkey's answer, as the server takes it. */
export type Assertion = Awaited<ReturnType<typeof startAuthentication>>;

/** Whether this browser knows passkeys at all; WeChat's own often does not. */
export const mayUsePasskey = (): boolean => 'PublicKeyCredential' in window && isSecureContext;

/** Lets the phone's passkey answer: fingerprint, face or its code. Throws when the person gives it up. */
export const answerWithPasskey = (publicKey: PublicKey): Promise<Assertion> =>
  startAuthentication({ optionsJSON: publicKey as Parameters<typeof startAuthentication>[0]['optionsJSON'] });

/** Signs in with a passkey. */
export async function signInByPasskey(): Promise<void> {
  await endLeftSession();
  const { publicKey } = await act<{ publicKey: PublicKey }>('POST', '/passkey-sign-in-options');
  await act<SignedIn>('POST', '/passkey-sessions', { assertion: await answerWithPasskey(publicKey) });
  await session.arrived();
}

/** Gives the second factor, or confirms once more, with a passkey. */
export async function stepUpByPasskey(): Promise<void> {
  const { publicKey } = await act<{ publicKey: PublicKey }>('POST', '/sessions/current/step-up-options');
  await act('POST', '/sessions/current/step-ups', { assertion: await answerWithPasskey(publicKey) });
}
