import { rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { must } from '#platform/permits';
import type { Tx } from '#platform/transaction';

/** A sample reaches across the county: only whoever may inspect the whole of it may draw, see and take it. Refuses: Forbidden (403). */
export const mustInspect = (tx: Tx, actor: Actor): void =>
  must(tx, actor, 'inspection.draw', { placeIds: [rootPlace(tx).id] });
