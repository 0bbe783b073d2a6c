import { formerReceipt } from '../contract.ts';
import type { FormerReceipt } from '../contract.ts';
import type { Copy } from './copy-queries.ts';
import { stands } from './states.ts';

/** Whether a copy stands somewhere, as a person said who brought it there. */
export const hasHandReceipt = (copy: Pick<Copy, 'state' | 'receipt'>): boolean =>
  stands(copy) && copy.receipt?.['by'] === 'person';

/** The screenshot that whoever brought it there took; null: none. */
export function pictureOf(receipt: Copy['receipt']): string | null {
  const picture = receipt?.['picture'];
  return typeof picture === 'string' ? picture : null;
}

/** What was said before it was mended, the first first. */
export const formerReceiptsOf = (receipt: Copy['receipt']): FormerReceipt[] =>
  receipt?.['former'] === undefined ? [] : formerReceipt.array().parse(receipt['former']);
