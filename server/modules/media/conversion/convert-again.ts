import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import { move } from '#platform/states';
import type { Ctx } from '#platform/transaction';
import { materialById, materialForUpdate } from '../material/material-queries.ts';
import type { Material } from '../material/material-queries.ts';
import { materialStates } from '../material/states.ts';
import { thingOf } from '../permissions.ts';

/** Puts a recording that failed or was stopped in the line again. Refuses: WrongState (409). */
export async function convertAgain(ctx: Ctx, actor: Actor, id: string): Promise<Material> {
  return ctx.transaction(async (tx) => {
    const material = await materialForUpdate(tx, id);
    must(tx, actor, 'material.change', thingOf(material));
    await move(tx, materialStates, material, 'waiting', { by: actor });
    await tx.named(
      'media.convert-again',
      'update media.materials set tries = 0, progress = 0, problem = null, problem_detail = null where county_id = $1 and id = $2',
      [tx.countyId, id],
    );
    await audit(tx, actor, {
      act: 'material.convert-again',
      noun: 'material',
      subjectId: id,
      placeId: material.placeId,
    });
    return materialById(tx, id);
  });
}
