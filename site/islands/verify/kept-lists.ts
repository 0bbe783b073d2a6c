import type { HoursMarkClaim, ListedKey } from '@xiangyin/server/contract';
import { isCountys, listMadeAt, listPath } from './hours-standing.ts';

/** Where lists of what was revoked are kept on the device: the browser's own storage, or anything that holds text by name. */
export interface Shelf {
  getItem(name: string): string | null;
  setItem(name: string, text: string): void;
}

const nameOf = (claim: Pick<HoursMarkClaim, 'idx'>): string => `xiangyin.revoked ${listPath(claim)}`;

/** The newest list that is known of a certificate's, and whether the network gave it now. `fetched`: what came just now; null without network. A list that is older than the kept one takes nothing back: who stands between can hold a revocation up, not undo it. */
export function newestList(
  shelf: Shelf | undefined,
  claim: Pick<HoursMarkClaim, 'idx'>,
  fetched: string | null,
  keys: readonly Pick<ListedKey, 'kid' | 'x' | 'ended'>[],
): { list: string; isKept: boolean } | undefined {
  const kept = shelf?.getItem(nameOf(claim)) ?? null;
  const mayGoBy = kept !== null && isCountys(kept, keys);
  if (fetched === null) return mayGoBy ? { list: kept, isKept: true } : undefined;
  if (!isCountys(fetched, keys)) return { list: fetched, isKept: false };
  if (mayGoBy && listMadeAt(kept) > listMadeAt(fetched)) return { list: kept, isKept: true };
  try {
    shelf?.setItem(nameOf(claim), fetched);
  } catch {
    // A browser that keeps nothing asks each time.
  }
  return { list: fetched, isKept: false };
}
