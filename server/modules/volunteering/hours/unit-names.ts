import { stationsByIds } from '#stations';
import type { Words } from '#platform/county';
import type { Tx } from '#platform/transaction';

/** Names of the units that recorded; null is the county's own centre, under the name of its publisher. */
export async function unitNames(tx: Tx, ids: readonly (string | null)[]): Promise<(id: string | null) => Words> {
  const stations = await stationsByIds(
    tx,
    ids.filter((id) => id !== null),
  );
  const centre: Words = tx.ctx.county.publisher;
  return (id) => (id === null ? centre : (stations.get(id)?.name ?? centre));
}
