import { stat } from 'node:fs/promises';
import type { Actor } from '#platform/actor';
import { found } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx } from '#platform/transaction';
import { recordConversion } from '../conversion/record-conversion.ts';
import type { ConvertedFiles } from '../conversion/record-conversion.ts';
import { materialForUpdate, materialsByHash } from './material-queries.ts';
import type { MaterialFile } from './material-queries.ts';
import { materialStates } from './states.ts';
import { recordMaterial } from './store-material.ts';
import type { NewMaterial } from './store-material.ts';

/** What was made of a recording elsewhere; each file is gone from its path afterwards. */
export interface ReadyMade extends Omit<ConvertedFiles, 'files' | 'imprintedVersion'> {
  readonly files: readonly (Omit<MaterialFile, 'fileHash' | 'bytes' | 'said'> & { readonly path: string })[];
}

/** Keeps a recording together with the files that were made of it elsewhere (an archive, the demonstration), so that it can be played where no FFmpeg is. One that is known already, or that is being converted here, stays as it is. Not to be called inside a transaction: it writes files. Answers its id. Refuses: DiskFull (507). */
export async function storeConverted(
  ctx: Ctx,
  actor: Actor,
  sent: NewMaterial,
  { files, ...made }: ReadyMade,
): Promise<string> {
  const kept: MaterialFile[] = [];
  for (const { path, ...file } of files) {
    const { size } = await stat(path);
    kept.push({ ...file, said: '', bytes: size, fileHash: await ctx.app.files.putFile(ctx.county.id, path) });
  }
  const hash = await ctx.app.files.putFile(ctx.county.id, sent.path);
  return ctx.transaction(async (tx) => {
    await recordMaterial(tx, actor, hash, sent);
    const { id } = found((await materialsByHash(tx, [hash])).get(hash));
    const material = await materialForUpdate(tx, id);
    if (material.state !== 'waiting') return id;
    await move(tx, materialStates, material, 'converting', { by: actor });
    await recordConversion(
      tx,
      actor,
      { ...material, state: 'converting' },
      { ...made, files: kept, imprintedVersion: null },
    );
    return id;
  });
}
