import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { credentialOf, stillHasPassword } from '../account-queries.ts';
import type { PasswordRequest } from '../contract.ts';
import { credentialChanged } from '../events.ts';
import { forAccount, withinLimits } from '../limits.ts';
import { isSessionAlive } from '../session-queries.ts';
import { isSteppedUp } from '../session/limits.ts';
import { replaceSession } from '../session/replace-session.ts';
import type { StartedSession } from '../session/start-session.ts';
import { checkNewPassword } from './check-new-password.ts';
import { hashPassword, passwordFits } from './hash-password.ts';

/** Changes the person's own password; every other session ends and this one is replaced.
 *  Refuses: PasswordTooWeak (422), SignInFailed (401) for a wrong current password, StepUpRequired (401) without one and without a confirmation. */
export async function changePassword(ctx: Ctx, actor: Actor, request: PasswordRequest): Promise<StartedSession> {
  const credential = found(await ctx.transaction((tx) => credentialOf(tx, actor.id)));
  await mustBeOwner(ctx, actor, request, credential.passwordHash);
  checkNewPassword(request.password, credential.login);
  const hash = await hashPassword(request.password);
  return ctx.transaction(async (tx) => {
    // A slip was used meanwhile, or the session ended: whoever did that knows why.
    if (!(await stillHasPassword(tx, credential)) || !(await isSessionAlive(tx, actor.sessionId ?? '')))
      refuse('SignInAgain');
    await storePassword(tx, actor.id, hash);
    await audit(tx, actor, { act: 'password.change', noun: 'person', subjectId: actor.id });
    await emit(tx, credentialChanged, actor, { personId: actor.id, what: 'password' });
    return replaceSession(tx, actor, {
      assurance: actor.assurance,
      method: 'password',
      steppedUpBy: 'password',
      why: 'password-changed',
    });
  });
}

async function mustBeOwner(ctx: Ctx, actor: Actor, request: PasswordRequest, hash: string | null): Promise<void> {
  if (!actor.sessionId) refuse('Forbidden');
  if (request.current === undefined) {
    if (!isSteppedUp(actor.steppedUpAt, ctx.app.clock.now())) refuse('StepUpRequired', { needs: 'step-up' });
    return;
  }
  const { current } = request;
  await withinLimits(ctx, [forAccount(actor.id)], async () => {
    if (!(await passwordFits(hash, current))) refuse('SignInFailed', {}, [{ path: '/current', code: 'invalid' }]);
  });
}

/** Keeps a password's hash; its moment is real time. */
export const storePassword = (tx: Tx, personId: string, hash: string): Promise<unknown> =>
  tx.named(
    'access.store-password',
    'update access.accounts set password_hash = $3, password_changed_at = $4 where county_id = $1 and person_id = $2',
    [tx.countyId, personId, hash, tx.ctx.app.clock.now()],
  );
