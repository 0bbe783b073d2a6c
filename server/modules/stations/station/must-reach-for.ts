import { placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { must } from '#platform/permits';
import type { Tx } from '#platform/transaction';

/** Who is helped where comes to the station that serves them, with name, telephone and door: nobody draws a place to a station who could not do so there. What it serves already stays. Refuses: Forbidden (403), NotFound (404) for a place of another county. */
export function mustReachFor(
  tx: Tx,
  actor: Actor,
  ability: 'station.open' | 'station.change',
  alsoServes: readonly string[] = [],
  before: readonly string[],
): void {
  for (const placeId of alsoServes)
    if (!before.includes(placeId)) must(tx, actor, ability, { placeId: placeOrRefuse(tx, placeId).id });
}
