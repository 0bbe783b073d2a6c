import type { SignedIn } from '@xiangyin/server/contract';
import { act } from '../kit/api.ts';
import { endLeftSession, endSession, noteLeft } from './end-session.ts';
import { session } from './session.ts';

/** Signs in with login and password; what the session still needs is asked next. Throws Problem. */
export async function signInByPassword(login: string, password: string): Promise<void> {
  await endLeftSession();
  await act<SignedIn>('POST', '/sessions', { login, password });
  await session.arrived();
}

/** Gives the six digits of the app, or a recovery code. Throws Problem. */
export async function giveSecondFactor(typed: string): Promise<void> {
  const digits = typed.replaceAll(' ', '');
  await act<SignedIn>(
    'POST',
    '/sessions/current/second-factors',
    /^\d{6}$/.test(digits) ? { code: digits } : { recoveryCode: typed.trim() },
  );
  await session.arrived();
}

/** Confirms once more who it is: six digits, otherwise the password. Throws Problem. */
export async function stepUp(typed: string): Promise<void> {
  const digits = typed.replaceAll(' ', '');
  await act('POST', '/sessions/current/step-ups', /^\d{6}$/.test(digits) ? { code: digits } : { password: typed });
}

/** Signs out here. What was looked at is forgotten at once, also without a line; then the session ends at the server, as soon as it can be reached. */
export async function signOut(): Promise<void> {
  noteLeft();
  await session.forget();
  await endSession().catch(() => undefined);
}
