import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { credentialByLogin } from '../account-queries.ts';
import { loginForm } from '../account/add-account.ts';
import type { SignInRequest } from '../contract.ts';
import { passwordFits } from '../password/hash-password.ts';
import { accountLimit, countFailure, mustBeBelow, netLimit, netOf } from '../throttle-queries.ts';
import { useTotpCode } from '../totp/check-code.ts';
import { startSession } from './start-session.ts';
import type { StartedSession } from './start-session.ts';

/** Whence somebody signs in: the address for limits, the browser for the list of sessions. Neither is kept with a name. */
export interface Whence { readonly address: string; readonly device: string }

/** Signs in with login and password. An unknown login, a wrong password, a wrong code and a closed account answer alike and take the same time.
 *  Refuses: SignInFailed (401), TooManyRequests (429) after ten failures for the login or a hundred from the net. */
export async function signIn(ctx: Ctx, request: SignInRequest, whence: Whence): Promise<StartedSession> {
  const login = loginForm(request.login);
  await mustBeBelow(ctx, accountLimit, login);
  await mustBeBelow(ctx, netLimit, netOf(whence.address));
  const account = await ctx.transaction((tx) => credentialByLogin(tx, login));
  const isRight = await passwordFits(account?.passwordHash, request.password);
  if (!account || !isRight) return failed(ctx, login, whence);
  const started = await ctx.transaction(async (tx) => {
    const proved = request.code !== undefined && (await useTotpCode(tx, account.personId, request.code));
    if (request.code !== undefined && !proved && account.hasTotp) return undefined;
    return startSession(tx, { personId: account.personId, assurance: proved ? 2 : 1, method: 'password', device: whence.device, steppedUpBy: proved ? 'totp' : 'password' });
  });
  return started ?? failed(ctx, login, whence);
}

async function failed(ctx: Ctx, login: string, whence: Whence): Promise<never> {
  await countFailure(ctx, accountLimit, login);
  await countFailure(ctx, netLimit, netOf(whence.address));
  return refuse('SignInFailed');
}
