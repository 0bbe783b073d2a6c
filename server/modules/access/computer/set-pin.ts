import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { hashPassword } from '../password/hash-password.ts';
import { mustBeSteppedUp } from '../session/step-up.ts';
import { mustBeInSession } from '../session/list-sessions.ts';
import { computerBySecret } from './computer-queries.ts';
import { dropPin } from './pin-queries.ts';
import { easyPin, pinForm } from './pin-form.ts';

/** Sets the asker's PIN for the computer whose secret the browser holds: after a confirmation, which also counts as the full sign-in of the day.
 *  Refuses: NotFound (404) at any other computer, StepUpRequired (401), PinTooEasy (422). */
export async function setPin(ctx: Ctx, actor: Actor, secret: string, pin: string): Promise<void> {
  mustBeInSession(actor);
  if (easyPin(pin)) refuse('PinTooEasy');
  const known = await ctx.read((tx) => computerBySecret(tx, secret));
  found(known);
  mustBeSteppedUp(ctx, actor);
  // The slow hash is computed before the transaction.
  const hash = await hashPassword(pinForm(secret, actor.id, pin));
  await ctx.transaction(async (tx) => {
    const computer = found(await computerBySecret(tx, secret));
    await tx.named(
      'access.set-pin',
      `insert into access.pins (county_id, computer_id, person_id, pin_hash, assurance, set_at, proved_at) values ($1, $2, $3, $4, $5, $6, $6)
       on conflict (county_id, computer_id, person_id) do update set pin_hash = $4, assurance = $5, tries = 0, set_at = $6, proved_at = $6`,
      [tx.countyId, computer.id, actor.id, hash, actor.assurance, ctx.app.clock.now()],
    );
    await audit(tx, actor, {
      act: 'pin.set',
      noun: 'person',
      subjectId: actor.id,
      detail: { unitId: computer.unitId },
    });
  });
}

/** Takes the asker's PIN at this computer away. Refuses: NotFound (404). */
export async function removePin(ctx: Ctx, actor: Actor, secret: string): Promise<void> {
  mustBeInSession(actor);
  await ctx.transaction(async (tx) => {
    const computer = found(await computerBySecret(tx, secret));
    found((await dropPin(tx, computer.id, actor.id)) || undefined);
    await audit(tx, actor, {
      act: 'pin.remove',
      noun: 'person',
      subjectId: actor.id,
      detail: { unitId: computer.unitId },
    });
  });
}
