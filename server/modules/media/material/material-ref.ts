import type { Tx } from '#platform/transaction';
import type { ItemRef } from '../library/item.ts';
import { materialById } from './material-queries.ts';

/** A material as consents and uses name it. Refuses: NotFound (404). */
export async function materialRef(tx: Tx, id: string): Promise<ItemRef> {
  const { hash } = await materialById(tx, id);
  return { of: 'material', hash };
}
