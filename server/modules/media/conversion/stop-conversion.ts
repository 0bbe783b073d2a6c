import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import { move } from '#platform/states';
import type { Ctx } from '#platform/transaction';
import { materialById, materialForUpdate } from '../material/material-queries.ts';
import type { Material } from '../material/material-queries.ts';
import { materialStates } from '../material/states.ts';
import { thingOf } from '../permissions.ts';

/** Stops a conversion, or takes one that waits out of the line; the original stays. Refuses: WrongState (409). */
export async function stopConversion(ctx: Ctx, actor: Actor, id: string): Promise<Material> {
  return ctx.transaction(async (tx) => {
    const material = await materialForUpdate(tx, id);
    must(tx, actor, 'material.change', thingOf(material));
    await move(tx, materialStates, material, 'stopped', { by: actor });
    await audit(tx, actor, { act: 'material.stop', noun: 'material', subjectId: id, placeId: material.placeId });
    return materialById(tx, id);
  });
}
