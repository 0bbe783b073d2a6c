import type { Tx } from '#platform/transaction';

/** When each of these stories, by its slug, got the edition that is valid now. One that stands as it was first published is left out; an update counts as a correction does: whoever follows a feed shows nothing anew that has no later date. */
export async function changesOf(tx: Tx, slugs: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx.named<{ slug: string; at: Date }>(
    'portal.feed-changes',
    `select s.slug, e.published_at as at from newsroom.stories s join newsroom.editions e on e.county_id = $1 and e.id = s.edition_id and e.number > 1
      where s.county_id = $1 and s.slug = any($2)`,
    [tx.countyId, slugs],
  );
  return new Map(rows.map(({ slug, at }) => [slug, at]));
}
