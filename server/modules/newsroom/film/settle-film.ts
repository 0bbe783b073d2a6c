import { settledUpload } from '#media';
import type { Tx } from '#platform/transaction';
import { filmIn } from './film-queries.ts';

/** All of an upload is here: if it is a film that its sender told of, it stands beside its story from now on, or says why nothing could be made of it. Anything else is left alone. */
export async function settleFilm(tx: Tx, uploadId: string): Promise<void> {
  const upload = await settledUpload(tx, uploadId);
  const filmId = upload && filmIn(upload.fingerprint);
  if (!filmId) return;
  const isFilm = upload.kind === 'video' || upload.kind === 'audio';
  const refusal = upload.refusal ?? (isFilm ? null : 'NotAFilm');
  await tx.named(
    'newsroom.settle-film',
    `update newsroom.films set material_id = $4, refusal = $5, refusal_detail = $6, settled_at = $7
      where county_id = $1 and id = $2 and sent_by = $3 and material_id is null`,
    [
      tx.countyId,
      filmId,
      upload.personId,
      isFilm ? upload.subject : null,
      refusal,
      upload.refusalDetail && JSON.stringify(upload.refusalDetail),
      tx.at,
    ],
  );
}
