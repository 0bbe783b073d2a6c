import { dayOf, today } from '#places';
import type { Tx } from '#platform/transaction';

/** How many copies of a channel arrived in the county's day. */
export async function sentTodayIn(tx: Tx, channelId: string): Promise<number> {
  const [row] = await tx.named<{ n: number }>(
    'channels.sent-today',
    'select count(*)::int as n from channels.copies where county_id = $1 and channel_id = $2 and published_at >= $3::date::timestamp at time zone $4',
    [tx.countyId, channelId, today(tx), tx.ctx.county.timeZone],
  );
  return row?.n ?? 0;
}

const hour = 3_600_000;

/** Real time at which the county's next day begins, to the hour that the zone has. */
export function quotaOpensAt(tx: Tx): Date {
  const day = today(tx);
  let ahead = 1;
  while (ahead < 26 && dayOf(new Date(tx.at.getTime() + ahead * hour), tx.ctx.county.timeZone) === day) ahead += 1;
  const begins = Math.floor((tx.at.getTime() + ahead * hour) / hour) * hour;
  return new Date(tx.ctx.app.clock.now().getTime() + (begins - tx.at.getTime()));
}
