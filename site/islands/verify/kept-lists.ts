import type { HoursMarkClaim, ListedKey } from '@xiangyin/server/contract';
import { isCountys, listMadeAt, listPath } from './hours-standing.ts';

/** Where lists of what was revoked are kept on the device: the browser's own storage, or anything that holds text by name. */
export interface Shelf {
  getItem(name: string): string | null;
  setItem(name: string, text: string): void;
}

const nameOf = (claim: Pick<HoursMarkClaim, 'idx'>): string => `xiangyin.revoked ${listPath(claim)}`;

/** So far the clocks of a county and a device may be apart, in milliseconds. */
const apart = 10 * 60_000;

// Where both are of days to come, it is the device's clock that is behind.
function isNewer(kept: string, fetched: string, now: number): boolean {
  const [keptAt, fetchedAt] = [listMadeAt(kept), listMadeAt(fetched)];
  const isAhead = keptAt > now + apart && fetchedAt <= now + apart;
  return keptAt > fetchedAt && !isAhead;
}

/** The newest list that is known of a certificate's, and whether the network gave it now. `fetched`: what came just now; null without network. A list that is older than the kept one takes nothing back: who stands between can hold a revocation up, not undo it. One that was made while the county's clock was ahead is not the newer one for being of a day to come. */
export function newestList(
  shelf: Shelf | undefined,
  claim: Pick<HoursMarkClaim, 'idx'>,
  fetched: string | null,
  keys: readonly Pick<ListedKey, 'kid' | 'x' | 'ended'>[],
  now = Date.now(),
): { list: string; isKept: boolean } | undefined {
  const kept = shelf?.getItem(nameOf(claim)) ?? null;
  const mayGoBy = kept !== null && isCountys(kept, keys);
  if (fetched === null) return mayGoBy ? { list: kept, isKept: true } : undefined;
  if (!isCountys(fetched, keys)) return { list: fetched, isKept: false };
  if (mayGoBy && isNewer(kept, fetched, now)) return { list: kept, isKept: true };
  try {
    shelf?.setItem(nameOf(claim), fetched);
  } catch {
    // A browser that keeps nothing asks each time.
  }
  return { list: fetched, isKept: false };
}
