import { dropHooksOf } from '#notices';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { loginForm } from '../account/add-account.ts';
import type { SlipUse } from '../contract.ts';
import { credentialChanged } from '../events.ts';
import { forAccount, forNet, withinLimits } from '../limits.ts';
import { storePassword } from '../password/change-password.ts';
import { checkNewPassword } from '../password/check-new-password.ts';
import { hashPassword } from '../password/hash-password.ts';
import { paperCodeForm, secretHash } from '../secrets.ts';
import { needsSecondFactor } from '../roles.ts';
import { grantsOf } from '../session-queries.ts';
import { endSessions } from '../session/end-sessions.ts';
import type { Whence } from '../session/sign-in.ts';
import { startSession } from '../session/start-session.ts';
import type { StartedSession } from '../session/start-session.ts';
import { usableSlip } from '../slip-queries.ts';

/** Uses a printed slip: sets the new password, takes away passkeys, one-time and recovery codes, tokens, the calendar address, the link with a provider and the hooks of one's own, ends every session, and signs in.
 *  Refuses: SlipNotAccepted (422) for a wrong, used, old or unconfirmed one, PasswordTooWeak (422), TooManyRequests (429). */
export async function useSlip(ctx: Ctx, request: SlipUse, whence: Whence): Promise<StartedSession> {
  const login = loginForm(request.login);
  checkNewPassword(request.password, login);
  return withinLimits(ctx, [forNet(whence.address), forAccount(login)], async () => {
    const hash = await hashPassword(request.password);
    return ctx.transaction(async (tx) => {
      const slip = (await usableSlip(tx, login, secretHash(paperCodeForm(request.code)))) ?? refuse('SlipNotAccepted');
      // A strong role may have come since it was printed.
      if (!slip.isConfirmed && needsSecondFactor(await grantsOf(tx, slip.personId))) refuse('SlipNotAccepted');
      await tx.named('access.use-slip', 'update access.reset_slips set used_at = $3 where county_id = $1 and id = $2', [
        tx.countyId,
        slip.id,
        ctx.app.clock.now(),
      ]);
      await takeAwayEverything(tx, slip.personId);
      await storePassword(tx, slip.personId, hash);
      const self: Actor = { kind: 'person', id: slip.personId, grants: [], assurance: 1 };
      await dropHooksOf(tx, self, slip.personId);
      await endSessions(tx, self, { personId: slip.personId }, 'password-changed');
      await audit(tx, self, {
        act: 'account.use-reset',
        noun: 'person',
        subjectId: slip.personId,
        detail: { slipId: slip.id },
      });
      await emit(tx, credentialChanged, self, { personId: slip.personId, what: 'password' });
      return startSession(tx, {
        personId: slip.personId,
        assurance: 1,
        method: 'slip',
        device: whence.device,
        steppedUpBy: 'password',
      });
    });
  });
}

/** Takes away whatever gets at the person’s things besides the password: passkeys of their own, one-time and recovery codes, tokens, the calendar address, the link with a provider. */
export async function takeAwayEverything(tx: Tx, personId: string): Promise<void> {
  const values = [tx.countyId, personId];
  const now = tx.ctx.app.clock.now();
  await tx.named(
    'access.drop-passkeys',
    'update access.passkeys set removed_at = $3 where county_id = $1 and person_id = $2 and removed_at is null and not server_held',
    [...values, now],
  );
  await tx.named(
    'access.drop-totp',
    'update access.accounts set totp_secret = null, totp_confirmed_at = null, totp_last_step = null where county_id = $1 and person_id = $2',
    values,
  );
  await tx.named(
    'access.drop-recovery-codes',
    'delete from access.recovery_codes where county_id = $1 and person_id = $2',
    values,
  );
  await tx.named(
    'access.drop-calendar-feed',
    'delete from access.calendar_feeds where county_id = $1 and person_id = $2',
    values,
  );
  await tx.named('access.drop-oidc', 'delete from access.oidc_links where county_id = $1 and person_id = $2', values);
  await tx.named(
    'access.drop-tokens',
    'update access.tokens set revoked_at = $3 where county_id = $1 and person_id = $2 and revoked_at is null',
    [...values, now],
  );
}
