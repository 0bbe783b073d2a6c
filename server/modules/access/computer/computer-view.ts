import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { found } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { ComputerView } from '../contract.ts';
import { unitNames } from '../unit-queries.ts';
import { computerBySecret } from './computer-queries.ts';
import { pinCounts } from './limits.ts';
import { pinsAt } from './pin-queries.ts';

/** What the browser that asks is: a station's computer with those who have a PIN there, or none. Names are told to the computer alone. */
export async function computerView(ctx: Ctx, actor: Actor, secret: string): Promise<ComputerView> {
  return ctx.transaction(async (tx) => {
    const computer = await computerBySecret(tx, secret);
    if (!computer) return { computer: null, people: [], byPin: false };
    const pins = await pinsAt(tx, computer.id);
    const names = await displayNames(
      tx,
      pins.map((pin) => pin.personId),
    );
    const units = await unitNames(tx, [computer.unitId]);
    return {
      computer: { name: computer.name, station: found(units.get(computer.unitId)) },
      people: pins.map((pin) => ({
        personId: pin.personId,
        name: names.get(pin.personId) ?? '',
        counts: pinCounts(pin.provedAt, ctx.app.clock.now()),
      })),
      byPin: actor.byPin ?? false,
    };
  });
}
