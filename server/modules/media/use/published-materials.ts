import type { Tx } from '#platform/transaction';

/** Notes that a record of a later module shows materials to the public; what was shown once stays to be had, for editions stay. */
export async function publishMaterials(
  tx: Tx,
  { noun, subjectId }: { readonly noun: string; readonly subjectId: string },
  hashes: readonly string[],
): Promise<void> {
  for (const hash of new Set(hashes))
    await tx.named(
      'media.publish-material',
      'insert into media.published_materials (county_id, material_hash, noun, subject_id, published_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [tx.countyId, hash, noun, subjectId, tx.at],
    );
}

/** Whether the public was shown a material. */
export async function isMaterialPublic(tx: Tx, hash: string): Promise<boolean> {
  const rows = await tx.named(
    'media.is-material-public',
    'select 1 from media.published_materials where county_id = $1 and material_hash = $2 limit 1',
    [tx.countyId, hash],
  );
  return rows.length > 0;
}
