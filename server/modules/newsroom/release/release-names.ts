import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import type { RecordName } from '#platform/manifest';
import { may } from '#platform/permits';
import type { Tx } from '#platform/transaction';

/** Releases as lists name them, for whoever plans them. */
export async function releaseNames(tx: Tx, actor: Actor, ids: readonly string[]): Promise<RecordName[]> {
  if (!may(tx, actor, 'release.plan', { placeId: rootPlace(tx).id })) return [];
  const rows = await tx.named<{ id: string; title: string }>(
    'newsroom.release-names',
    'select id, title from newsroom.releases where county_id = $1 and id = any($2::uuid[])',
    [tx.countyId, ids],
  );
  return rows.map((row) => ({ ...row, href: `/console/releases/${row.id}` }));
}
