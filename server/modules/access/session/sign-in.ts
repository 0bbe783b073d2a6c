import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { credentialByLogin, stillHasPassword } from '../account-queries.ts';
import { loginForm } from '../account/add-account.ts';
import type { SignInRequest } from '../contract.ts';
import { forAccount, forNet, withinLimits } from '../limits.ts';
import { passwordFits } from '../password/hash-password.ts';
import { useTotpCode } from '../totp/check-code.ts';
import { startSession } from './start-session.ts';
import type { StartedSession } from './start-session.ts';

/** Whence somebody signs in: the address for limits, the browser for the list of sessions. Neither is kept with a name. */
export interface Whence {
  readonly address: string;
  readonly device: string;
}

/** Signs in with login and password. An unknown login, a wrong password, a wrong code and a closed account answer alike and take the same time.
 *  Refuses: SignInFailed (401), TooManyRequests (429) after ten failures for the login or a hundred from the net. */
export async function signIn(ctx: Ctx, request: SignInRequest, whence: Whence): Promise<StartedSession> {
  const login = loginForm(request.login);
  return withinLimits(ctx, [forNet(whence.address), forAccount(login)], async () => {
    const account = await ctx.transaction((tx) => credentialByLogin(tx, login));
    const isRight = await passwordFits(account?.passwordHash, request.password);
    if (!account || !isRight) return refuse('SignInFailed');
    return ctx.transaction(async (tx) => {
      if (!(await stillHasPassword(tx, account))) refuse('SignInFailed');
      const proved = request.code !== undefined && (await useTotpCode(tx, account.personId, request.code));
      if (request.code !== undefined && !proved && account.hasTotp) refuse('SignInFailed');
      return startSession(tx, {
        personId: account.personId,
        assurance: proved ? 2 : 1,
        method: 'password',
        device: whence.device,
        steppedUpBy: proved ? 'totp' : 'password',
      });
    });
  });
}
