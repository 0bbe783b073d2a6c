import { placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { MaterialChange } from '../contract.ts';
import { materialChanged } from '../events.ts';
import { materialThing } from '../permissions.ts';
import { materialById, materialForUpdate } from './material-queries.ts';
import type { Material } from './material-queries.ts';

/** Changes what the library says of a material. Texts that show it keep their own words. Refuses: StaleVersion (409). */
export async function changeMaterial(ctx: Ctx, actor: Actor, id: string, change: MaterialChange): Promise<Material> {
  return ctx.transaction(async (tx) => {
    const material = await materialForUpdate(tx, id);
    must(tx, actor, 'material.change', materialThing(material));
    if (material.version !== change.version) refuse('StaleVersion', { current: material.version });
    if (change.placeId) must(tx, actor, 'upload.send', { placeId: placeOrRefuse(tx, change.placeId).id });
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const next: Material = { ...material, ...given };
    await write(tx, next);
    await emit(tx, materialChanged, actor, { materialId: id, hash: material.hash });
    await audit(tx, actor, { act: 'material.change', noun: 'material', subjectId: id, placeId: next.placeId });
    return materialById(tx, id);
  });
}

const write = (tx: Tx, next: Material): Promise<unknown> =>
  tx.named(
    'media.change-material',
    'update media.materials set title = $3, caption = $4, credit = $5, transcript = $6, place_id = $7, version = version + 1 where county_id = $1 and id = $2',
    [tx.countyId, next.id, next.title, next.caption, next.credit, next.transcript, next.placeId],
  );
