import type { Tx } from '#platform/transaction';
import type { CountyTree } from '../tree/county-tree.ts';
import { treeOf } from '../tree/forest.ts';
import { withoutRank } from './place-words.ts';

/** Names of the county's places, and without their rank: 大槐村, 大槐. */
export const placeNames = (tx: Tx): ReadonlySet<string> => namesInTree(treeOf(tx.ctx.app, tx.countyId));

/** The same of one state of the tree. */
export function namesInTree(tree: CountyTree): ReadonlySet<string> {
  return new Set(tree.places.flatMap(({ name }) => (name['zh-CN'] ? [name['zh-CN'], withoutRank(name['zh-CN'])] : [])));
}
