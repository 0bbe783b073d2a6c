import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { accountOf } from '../account-queries.ts';
import { credentialChanged } from '../events.ts';
import { mustBeSteppedUp } from '../session/step-up.ts';
import { renewRecoveryCodes } from './recovery-codes.ts';

/** Fresh recovery codes in place of all earlier ones, shown once. Only beside one-time codes. Refuses: StepUpRequired (401), WrongState (409). */
export async function newRecoveryCodes(ctx: Ctx, actor: Actor): Promise<{ codes: string[] }> {
  mustBeSteppedUp(ctx, actor);
  return ctx.transaction(async (tx) => {
    if (!found(await accountOf(tx, actor.id)).hasTotp) refuse('WrongState', { noun: 'totp', state: 'off' });
    const codes = await renewRecoveryCodes(tx, actor.id);
    await audit(tx, actor, { act: 'recovery-codes.renew', noun: 'person', subjectId: actor.id });
    await emit(tx, credentialChanged, actor, { personId: actor.id, what: 'recovery-codes' });
    return { codes };
  });
}
