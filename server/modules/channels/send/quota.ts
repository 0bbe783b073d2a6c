import { dayOf, today } from '#places';
import { systemActor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import type { Copy } from '../copy/copy-queries.ts';
import { turnCopy } from '../copy/turn-copy.ts';

/** How many copies of a channel arrived in the county's day, or are on their way there now. */
export async function sentTodayIn(tx: Tx, channelId: string): Promise<number> {
  const [row] = await tx.named<{ n: number }>(
    'channels.sent-today',
    `select count(*)::int as n from channels.copies where county_id = $1 and channel_id = $2 and (state = 'sending' or published_at >= $3::date::timestamp at time zone $4)`,
    [tx.countyId, channelId, today(tx), tx.ctx.county.timeZone],
  );
  return row?.n ?? 0;
}

/** How many copies persons of a channel have in hand, or brought there in the county's day. */
export async function handedOverToday(tx: Tx, channelId: string): Promise<number> {
  const [row] = await tx.named<{ n: number }>(
    'channels.handed-over-today',
    `select count(*)::int as n from channels.copies where county_id = $1 and channel_id = $2 and (state = 'manual' or published_at >= $3::date::timestamp at time zone $4)`,
    [tx.countyId, channelId, today(tx), tx.ctx.county.timeZone],
  );
  return row?.n ?? 0;
}

/** How much of these channels' day is taken, as what is planned next will find it: what arrived today or is on its way, what persons have in hand, and what stands in line before it. */
export async function takenToday(tx: Tx, channelIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.named<{ id: string; n: number }>(
    'channels.taken-today',
    `select k.channel_id as id, count(*)::int as n from channels.copies k join channels.channels h on h.county_id = k.county_id and h.id = k.channel_id
      where k.county_id = $1 and k.channel_id = any($2::uuid[])
        and (k.state in ('planned', 'sending') or (k.state = 'waiting' and k.waits_for <> 'quota') or (k.state = 'manual' and h.carrier = 'person') or k.published_at >= $3::date::timestamp at time zone $4)
      group by k.channel_id`,
    [tx.countyId, channelIds, today(tx), tx.ctx.county.timeZone],
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Has a copy wait until the channel's next day. */
export async function holdForQuota(tx: Tx, copy: Copy): Promise<void> {
  const by = systemActor('channels');
  const dueAt = quotaOpensAt(tx);
  if (copy.state === 'waiting') await turnCopy(tx, copy, 'planned', by);
  await turnCopy(tx, { ...copy, state: 'planned' }, 'waiting', by, { dueAt, waitsFor: 'quota', tries: copy.tries });
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
