import { refuse } from '#platform/refuse';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';

/** Bytes of all files that the county keeps, whichever module they belong to, and of what is on its way. */
export async function storedBytes(tx: Tx): Promise<number> {
  const all = await together(...tx.ctx.app.modules.map((module) => module.storedBytes?.(tx) ?? Promise.resolve(0)));
  return all.reduce((sum, bytes) => sum + bytes, 0);
}

/** Bytes of the county's pictures, recordings and documents with all that was made of them, of signed forms, and of what is on its way. */
export async function mediaBytes(tx: Tx): Promise<number> {
  const [row] = await tx.named<{ bytes: number }>(
    'media.stored-bytes',
    `select ((select coalesce(sum(bytes), 0) from media.pictures where county_id = $1)
           + (select coalesce(sum(bytes), 0) from media.renditions where county_id = $1)
           + (select coalesce(sum(bytes), 0) from media.materials where county_id = $1)
           + (select coalesce(sum(bytes), 0) from media.material_files where county_id = $1)
           + (select coalesce(sum(form_bytes), 0) from media.consents where county_id = $1)
           + (select coalesce(sum(bytes), 0) from media.uploads where county_id = $1 and state in ('sending', 'arrived')))::float8 as bytes`,
    [tx.countyId],
  );
  return row?.bytes ?? 0;
}

/** Refuses what would go beyond what the installation allows the county: CountyStorageReached (507). What is made of it later may. */
export async function mustHaveStorageLeft(tx: Tx, bytes: number): Promise<void> {
  const megabytes = tx.ctx.county.limits.storageMegabytes;
  if (megabytes !== undefined && (await storedBytes(tx)) + bytes > megabytes * 1024 ** 2)
    refuse('CountyStorageReached', { megabytes });
}
