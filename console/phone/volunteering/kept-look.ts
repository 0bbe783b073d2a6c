import type { LookAnswer, VisitLine } from '@xiangyin/server/contract';
import { session } from '../access/session.ts';
import { countyNow } from '../kit/county-time.ts';
import { put, remove, taken } from '../kit/device-store.ts';

const keyOf = (visit: VisitLine): string => `${session.me.get()?.personId ?? ''} look ${visit.id}`;

/** Keeps what was looked at, for a door without signal; it goes with the permission to see it, and at signing out. */
export const keepLook = (visit: VisitLine, look: LookAnswer): Promise<unknown> =>
  put('answers', keyOf(visit), look).catch(() => undefined);

/** What was looked at and may still be seen; null: nothing. */
export async function keptLook(visit: VisitLine): Promise<LookAnswer | null> {
  const look = (await taken('answers', keyOf(visit)).catch(() => undefined)) as LookAnswer | undefined;
  return look && countyNow() <= Date.parse(visit.seeUntil) ? look : null;
}

/** Forgets it. */
export const forgetLook = (visit: VisitLine): Promise<unknown> =>
  remove('answers', keyOf(visit)).catch(() => undefined);
