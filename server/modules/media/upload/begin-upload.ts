import { placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { newId } from '#platform/ids';
import { must, mustSomewhere } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { UploadWords } from '../contract.ts';
import { mustHaveStorageLeft } from '../storage-left.ts';
import { keptMilliseconds, largestBytes, roomLeftBytes } from './limits.ts';
import { uploadLimitsIn } from './own-limits.ts';
import { ownUpload, sentSince } from './upload-queries.ts';
import type { Upload } from './upload-queries.ts';

/** Begins to send a file of so many bytes; nothing of it is here yet. Not to be called inside a transaction: it asks the file store. Refuses: TooLarge (413), TooManyOpenUploads (409), UploadQuotaReached (413), CountyStorageReached (507), DiskFull (507). */
export async function beginUpload(ctx: Ctx, actor: Actor, bytes: number, words: UploadWords): Promise<Upload> {
  if (actor.kind !== 'person') refuse('Forbidden', { ability: 'upload.send' });
  if (bytes > largestBytes) refuse('TooLarge', { megabytes: largestBytes / 1024 / 1024 });
  if (bytes === 0) refuse('BadRequest', {}, [{ path: '/header/upload-length', code: 'empty_file' }]);
  const room = await ctx.app.files.room();
  // Its pieces and the whole lie side by side for a moment.
  if (room !== null && room < 2 * bytes + roomLeftBytes) refuse('DiskFull');
  return ctx.transaction(async (tx) => {
    if (words.placeId) must(tx, actor, 'upload.send', { placeId: placeOrRefuse(tx, words.placeId).id });
    else mustSomewhere(tx, actor, 'upload.send');
    await mustHaveQuota(tx, actor.id, bytes);
    return write(tx, actor.id, bytes, words);
  });
}

async function mustHaveQuota(tx: Tx, personId: string, bytes: number): Promise<void> {
  // Two that begin at once are counted one after the other.
  await tx.named('media.lock-quota', `select pg_advisory_xact_lock(hashtextextended($1, 771006))`, [personId]);
  const sent = await sentSince(tx, personId, new Date(tx.at.getTime() - 86_400_000));
  await mustHaveStorageLeft(tx, bytes);
  const { openFiles, gigabytesADay } = uploadLimitsIn(tx.ctx.county.settings);
  if (sent.open >= openFiles) refuse('TooManyOpenUploads', { files: openFiles });
  if (sent.bytes + bytes > gigabytesADay * 1024 ** 3) refuse('UploadQuotaReached', { gigabytes: gigabytesADay });
}

async function write(tx: Tx, personId: string, bytes: number, words: UploadWords): Promise<Upload> {
  const id = newId();
  await tx.named(
    'media.begin-upload',
    `insert into media.uploads (county_id, id, person_id, name, bytes, fingerprint, alt, caption, credit, place_id, began_at, expires_at, machine)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tx.countyId,
      id,
      personId,
      words.filename,
      bytes,
      words.fingerprint,
      words.alt,
      words.caption,
      words.credit,
      words.placeId ?? null,
      tx.at,
      new Date(tx.ctx.app.clock.now().getTime() + keptMilliseconds),
      words.machine ?? null,
    ],
  );
  return ownUpload(tx, personId, id);
}
