import type { Tx } from '#platform/transaction';
import { treeOf } from '../tree/forest.ts';
import { withoutRank } from './place-words.ts';

/** Names of the county's places, and without their rank: 大槐村, 大槐. */
export function placeNames(tx: Tx): ReadonlySet<string> {
  return new Set(
    treeOf(tx.ctx.app, tx.countyId).places.flatMap(({ name }) =>
      name['zh-CN'] ? [name['zh-CN'], withoutRank(name['zh-CN'])] : [],
    ),
  );
}
