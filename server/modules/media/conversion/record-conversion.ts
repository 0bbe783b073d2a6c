import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { move } from '#platform/states';
import type { Tx } from '#platform/transaction';
import { tighten } from '../consent/loose-forms.ts';
import { materialChanged } from '../events.ts';
import type { Material, MaterialFile } from '../material/material-queries.ts';
import { materialStates } from '../material/states.ts';

/** What a conversion found out and made. */
export interface ConvertedFiles {
  readonly kind: 'audio' | 'video';
  readonly seconds: number;
  /** Pixels of a video. */
  readonly width: number;
  readonly height: number;
  readonly peaks: readonly number[];
  readonly files: readonly MaterialFile[];
  /** The version whose words the files say; null: they were not asked to say any. */
  readonly imprintedVersion: number | null;
}

/** Makes a recording that is being converted ready, with the files made of it; asks nobody. Refuses: WrongState (409). */
export async function recordConversion(
  tx: Tx,
  by: Actor,
  material: Material,
  { kind, seconds, width, height, peaks, files, imprintedVersion }: ConvertedFiles,
): Promise<void> {
  await move(tx, materialStates, material, 'ready', { by });
  const isVideo = kind === 'video';
  await tx.named(
    'media.record-conversion',
    `update media.materials set kind = $3, duration_milliseconds = $4, width = $5, height = $6, peaks = $7, progress = 100, problem = null, problem_detail = null, imprinted_version = $8
      where county_id = $1 and id = $2`,
    [
      tx.countyId,
      material.id,
      kind,
      Math.round(seconds * 1_000),
      isVideo ? width : null,
      isVideo ? height : null,
      peaks,
      imprintedVersion,
    ],
  );
  for (const file of files) await recordFile(tx, material.id, file);
  await tighten(
    tx,
    files.map(({ fileHash }) => fileHash),
  );
  await emit(tx, materialChanged, by, { materialId: material.id, hash: material.hash });
  await audit(tx, by, {
    act: 'material.convert',
    noun: 'material',
    subjectId: material.id,
    placeId: material.placeId,
    detail: { kind },
  });
}

/** Notes a file that was made of a recording. One that was converted anew has other files under the same names. */
export const recordFile = (tx: Tx, id: string, file: MaterialFile): Promise<unknown> =>
  tx.named(
    'media.record-file',
    `insert into media.material_files (county_id, material_id, part, file_hash, media_type, bytes, width, height, said) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (county_id, material_id, part) do update set file_hash = $4, media_type = $5, bytes = $6, width = $7, height = $8, said = $9`,
    [tx.countyId, id, file.name, file.fileHash, file.mediaType, file.bytes, file.width, file.height, file.said],
  );
