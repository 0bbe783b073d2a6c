import { session } from '../access/session.ts';
import { countyNow } from '../kit/county-time.ts';
import { onLine } from '../kit/line.ts';

/** When it happened, by the county's clock, for what may arrive later. A demonstration's clock may stand still without our knowing: with a line its server says the time. */
export function happenedNow(): { happenedAt?: string } {
  if (session.me.get()?.county.demonstration && onLine.get()) return {};
  return { happenedAt: new Date(countyNow()).toISOString() };
}
