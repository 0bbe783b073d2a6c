import { guestActor } from '#platform/actor';
import { audit } from '#platform/audit';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { OpenByPinRequest } from '../contract.ts';
import { passwordFits } from '../password/hash-password.ts';
import { startSession } from '../session/start-session.ts';
import type { StartedSession } from '../session/start-session.ts';
import { computerBySecret } from './computer-queries.ts';
import type { Computer } from './computer-queries.ts';
import { pinCounts, pinTries, pinUntil } from './limits.ts';
import { countTry, dropPin, forgetTries } from './pin-queries.ts';
import type { PinRow } from './pin-queries.ts';
import { pinForm } from './pin-form.ts';

/** A session opened by PIN, and until when its cookie may live. */
export interface OpenedByPin {
  readonly started: StartedSession;
  readonly until: Date;
}

/** Opens a session at a station's computer for one of those who have a PIN there. Each try is counted before it is made; the fifth wrong one ends the PIN.
 *  Refuses: NotFound (404) at any other computer, PinOver (409) for who must sign in fully, PinNotRight (422) with the tries that are `left`. */
export async function openByPin(
  ctx: Ctx,
  secret: string,
  request: OpenByPinRequest,
  device: string,
): Promise<OpenedByPin> {
  const { computer, pin } = await ctx.transaction(async (tx) => {
    const at = found(await computerBySecret(tx, secret));
    return { computer: at, pin: await countTry(tx, at.id, request.personId) };
  });
  if (!pin || pin.tries > pinTries || !pinCounts(pin.provedAt, ctx.app.clock.now())) refuse('PinOver');
  if (!(await passwordFits(pin.hash, pinForm(secret, pin.personId, request.pin)))) return wrong(ctx, computer, pin);
  return ctx.transaction(async (tx) => {
    // Ended meanwhile, or set anew: what was typed counts for nothing.
    found(await computerBySecret(tx, secret));
    if (!(await forgetTries(tx, computer.id, pin))) refuse('PinOver');
    const until = pinUntil(pin.provedAt);
    const at = { computerId: computer.id, until };
    const { personId, assurance } = pin;
    const started = await startSession(tx, { personId, assurance, method: 'station-pin', device, at });
    // A role given since asks for a second factor, which only a full sign-in gives.
    return started.answer.needs === 'nothing' ? { started, until } : refuse('PinOver');
  });
}

async function wrong(ctx: Ctx, computer: Computer, pin: PinRow): Promise<never> {
  const left = pinTries - pin.tries;
  if (left > 0) refuse('PinNotRight', { left });
  await ctx.transaction(async (tx) => {
    if (!(await dropPin(tx, computer.id, pin.personId))) return;
    await audit(tx, guestActor('visitor'), {
      act: 'pin.block',
      noun: 'person',
      subjectId: pin.personId,
      detail: { unitId: computer.unitId },
    });
  });
  return refuse('PinOver');
}
