import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import type { MaterialView } from '../contract.ts';
import { saidView } from '../library/said-view.ts';
import { pathOf, publicFiles } from './address.ts';
import { materialsById } from './material-queries.ts';
import type { Material } from './material-queries.ts';

/** A material as the library shows it to somebody. */
export const materialViewOf = (tx: Tx, actor: Actor, material: Material): MaterialView => ({
  ...saidView(tx, actor, 'material', material),
  id: material.id,
  hash: material.hash,
  kind: material.kind,
  state: material.state,
  name: material.name,
  mediaType: material.mediaType,
  bytes: material.bytes,
  transcript: material.transcript,
  describedBy: material.describedBy,
  durationMilliseconds: material.durationMilliseconds,
  width: material.width,
  height: material.height,
  peaks: [...material.peaks],
  progress: material.progress,
  problem:
    material.problem === null
      ? null
      : {
          code: material.problem,
          title: tx.ctx.app.wording.say(tx.ctx.tag, `refusal.${material.problem}`, material.problemDetail ?? {}),
        },
  files: publicFiles(material).map(({ path, part, mediaType, bytes }) => ({ path, part, mediaType, bytes })),
  href: pathOf(material, 'document'),
  poster: pathOf(material, 'poster'),
  subtitles: material.subtitles.map(({ language, cues }) => ({ language, cues })),
});

/** The materials with these ids as somebody sees them, by id. */
export async function materialViews(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MaterialView>> {
  const materials = await materialsById(tx, ids);
  return new Map([...materials.values()].map((one) => [one.id, materialViewOf(tx, actor, one)]));
}
