import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { mustKeepSecondFactor } from '../account/may-enrol.ts';
import type { PasskeyView } from '../contract.ts';
import { credentialChanged } from '../events.ts';
import type { Passkey } from '../passkey-queries.ts';
import { endSessions } from '../session/end-sessions.ts';
import { mustBeSteppedUp } from '../session/step-up.ts';

/** A passkey as its owner sees it. */
export const passkeyView = (
  passkey: Pick<Passkey, 'id' | 'name' | 'serverHeld' | 'madeAt' | 'usedAt'>,
): PasskeyView => ({
  id: passkey.id,
  name: passkey.name,
  serverHeld: passkey.serverHeld,
  madeAt: passkey.madeAt.toISOString(),
  usedAt: passkey.usedAt?.toISOString() ?? null,
});

/** Removes one of the person's passkeys; their other sessions end. Refuses: NotFound (404), StepUpRequired (401), LastSecondFactor (409). */
export async function removePasskey(ctx: Ctx, actor: Actor, id: string): Promise<void> {
  mustBeSteppedUp(ctx, actor);
  await ctx.transaction(async (tx) => {
    const rows = await tx.named(
      'access.remove-passkey',
      'update access.passkeys set removed_at = $4 where county_id = $1 and person_id = $2 and id = $3 and removed_at is null and not server_held returning id',
      [tx.countyId, actor.id, id, ctx.app.clock.now()],
    );
    found(rows[0]);
    await mustKeepSecondFactor(tx, actor);
    await endSessions(tx, actor, { personId: actor.id, except: actor.sessionId }, 'replaced');
    await audit(tx, actor, { act: 'passkey.remove', noun: 'person', subjectId: actor.id, detail: { passkeyId: id } });
    await emit(tx, credentialChanged, actor, { personId: actor.id, what: 'passkey-removed' });
  });
}
