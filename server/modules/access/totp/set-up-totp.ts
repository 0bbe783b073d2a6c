import { generateSecret, generateURI } from 'otplib';
import type { z } from 'zod';
import { inWords } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { accountOf } from '../account-queries.ts';
import { mayEnrol, mustKeepSecondFactor } from '../account/may-enrol.ts';
import type { totpSetup } from '../contract.ts';
import { credentialChanged } from '../events.ts';
import { renewRecoveryCodes } from '../recovery/recovery-codes.ts';
import { endSessions } from '../session/end-sessions.ts';
import { replaceSession } from '../session/replace-session.ts';
import type { StartedSession } from '../session/start-session.ts';
import { mustBeSteppedUp } from '../session/step-up.ts';
import { stepOfCode, totpSeal } from './check-code.ts';

/** Makes a secret for a code app and shows it; it counts only once a code of it has been given. Refuses: StepUpRequired (401), WrongState (409) when codes are set up already. */
export async function beginTotp(ctx: Ctx, actor: Actor): Promise<z.infer<typeof totpSetup>> {
  const secret = generateSecret();
  const sealed = await ctx.app.keys.seal(totpSeal, Buffer.from(secret));
  const login = await ctx.transaction(async (tx) => {
    await mayEnrol(tx, actor);
    const account = found(await accountOf(tx, actor.id));
    if (account.hasTotp) refuse('WrongState', { noun: 'totp', state: 'on' });
    const begun = await tx.named(
      'access.begin-totp',
      'update access.accounts set totp_secret = $3, totp_last_step = null where county_id = $1 and person_id = $2 and totp_confirmed_at is null returning 1',
      [tx.countyId, actor.id, sealed],
    );
    // Confirmed meanwhile in another window.
    if (begun.length === 0) refuse('WrongState', { noun: 'totp', state: 'on' });
    return account.login;
  });
  const uri = generateURI({ issuer: inWords(ctx.county.name, ctx.language), label: login, secret });
  return { secret, uri, qrSvg: await (await import('qrcode')).default.toString(uri, { type: 'svg', margin: 2 }) };
}

/** Confirms the secret with a first code. Returns recovery codes, shown once; the session is replaced by one of the higher assurance.
 *  Refuses: CodeNotAccepted (422), WrongState (409) when nothing waits for a code. */
export async function confirmTotp(
  ctx: Ctx,
  actor: Actor,
  code: string,
): Promise<{ codes: string[]; session: StartedSession }> {
  return ctx.transaction(async (tx) => {
    await mayEnrol(tx, actor);
    const [row] = await tx.named<{ totp_secret: Buffer }>(
      'access.waiting-totp',
      'select totp_secret from access.accounts where county_id = $1 and person_id = $2 and totp_secret is not null and totp_confirmed_at is null for update',
      [tx.countyId, actor.id],
    );
    const waiting = row ?? refuse('WrongState', { noun: 'totp', state: 'off' });
    const secret = (await ctx.app.keys.unseal(totpSeal, waiting.totp_secret)).toString('utf8');
    const step =
      stepOfCode(secret, code, ctx.app.clock.now(), null) ??
      refuse('CodeNotAccepted', {}, [{ path: '/code', code: 'invalid' }]);
    await tx.named(
      'access.confirm-totp',
      'update access.accounts set totp_confirmed_at = $3, totp_last_step = $4 where county_id = $1 and person_id = $2',
      [tx.countyId, actor.id, ctx.app.clock.now(), step],
    );
    const codes = await renewRecoveryCodes(tx, actor.id);
    await audit(tx, actor, { act: 'totp.on', noun: 'person', subjectId: actor.id });
    await emit(tx, credentialChanged, actor, { personId: actor.id, what: 'totp-on' });
    return {
      codes,
      session: await replaceSession(tx, actor, {
        assurance: 2,
        method: 'password',
        steppedUpBy: 'totp',
        why: 'replaced',
      }),
    };
  });
}

/** Turns one-time codes off; recovery codes go with them, other sessions end. Refuses: StepUpRequired (401), LastSecondFactor (409). */
export async function endTotp(ctx: Ctx, actor: Actor): Promise<void> {
  mustBeSteppedUp(ctx, actor);
  await ctx.transaction(async (tx) => {
    const rows = await tx.named(
      'access.end-totp',
      'update access.accounts set totp_secret = null, totp_confirmed_at = null, totp_last_step = null where county_id = $1 and person_id = $2 and totp_secret is not null returning person_id',
      [tx.countyId, actor.id],
    );
    found(rows[0]);
    await mustKeepSecondFactor(tx, actor);
    await tx.named(
      'access.end-recovery-codes',
      'delete from access.recovery_codes where county_id = $1 and person_id = $2',
      [tx.countyId, actor.id],
    );
    await endSessions(tx, actor, { personId: actor.id, except: actor.sessionId }, 'replaced');
    await audit(tx, actor, { act: 'totp.off', noun: 'person', subjectId: actor.id });
    await emit(tx, credentialChanged, actor, { personId: actor.id, what: 'totp-off' });
  });
}
