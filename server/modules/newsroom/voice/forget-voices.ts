import type { Ctx } from '#platform/transaction';

const atOnce = 200;

/** Removes the files of voice notes that were taken away, then their rows. Harmless when it is broken off: what is left is found again. A file that another note shares stays. */
export async function forgetVoices(ctx: Ctx): Promise<void> {
  const removed = await ctx.transaction((tx) =>
    tx.named<{ id: string; hash: string; shared: boolean }>(
      'newsroom.removed-voices',
      `select v.id, v.file_hash as hash, exists (select 1 from newsroom.voice_notes o where o.county_id = v.county_id and o.file_hash = v.file_hash and o.removed_at is null) as shared
         from newsroom.voice_notes v where v.county_id = $1 and v.removed_at is not null order by v.removed_at limit ${atOnce}`,
      [tx.countyId],
    ),
  );
  for (const { hash, shared } of removed) if (!shared) await ctx.app.files.remove(ctx.county.id, hash);
  await ctx.transaction((tx) =>
    tx.named(
      'newsroom.forget-voices',
      'delete from newsroom.voice_notes where county_id = $1 and id = any($2::uuid[]) and removed_at is not null',
      [tx.countyId, removed.map((one) => one.id)],
    ),
  );
}
