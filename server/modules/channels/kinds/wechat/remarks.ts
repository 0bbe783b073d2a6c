import type { Tx } from '#platform/transaction';

/** What the platform said of copies that it did not take, by their id: its code, or the state in which a publication ended (`publish-4`). A draft of ours holds one article, so whatever it says of a publication (`fail_idx` among it) it says of that copy. */
export async function remarks(
  tx: Tx,
  copyIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly code: string; readonly words: null }>> {
  const rows = await tx.named<{ id: string; code: string }>(
    'channels.wechat-remarks',
    `select distinct on (a.copy_id) a.copy_id as id, a.detail ->> 'code' as code
       from channels.attempts a join channels.copies k on k.county_id = a.county_id and k.id = a.copy_id
      where a.county_id = $1 and a.copy_id = any($2::uuid[]) and a.outcome = 'failed' and k.problem is not null and k.state in ('failed', 'waiting', 'manual', 'withdrawing')
      order by a.copy_id, a.id desc`,
    [tx.countyId, [...copyIds]],
  );
  return new Map(rows.flatMap(({ id, code }) => (code === null ? [] : [[id, { code, words: null }] as const])));
}
