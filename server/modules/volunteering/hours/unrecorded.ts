import { notify } from '#notices';
import type { Actor } from '#platform/actor';
import { atOrBelowSql, mustSomewhere, rangesFor } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { UnrecordedVisit } from '../contract.ts';
import { handledSql } from '../order/handled-sql.ts';
import { handlersOf } from '../order/handlers.ts';
import { recordBy } from '../service/due.ts';

interface Unrecorded {
  visitId: string;
  orderId: string;
  service: { 'zh-CN'?: string; en?: string };
  placeId: string;
  stationId: string | null;
  endedAt: Date;
  people: number;
}

const most = 500;
/** Handlers are warned when the last two of the ten working days have begun. */
const warnedAfterWorkingDays = 8;

// Over, somebody served, nothing in the ledger, and not ended without anybody's word; nor made again: then the visit that came after it counts.
const columns = `v.id as "visitId", o.id as "orderId", sv.facts -> 'name' as service, o.place_id as "placeId", o.station_id as "stationId", v.checked_out_at as "endedAt",
  (select count(*)::int from volunteering.assignments a where a.county_id = v.county_id and a.visit_id = v.id and a.state = 'served') as people`;
const source = `volunteering.visits v join volunteering.orders o on o.county_id = v.county_id and o.id = v.order_id
  join volunteering.service_versions sv on sv.county_id = o.county_id and sv.service_id = o.service_id and sv.version = o.service_version
  where v.county_id = $1 and v.state = 'done' and v.checked_out_at is not null and (o.state in ('done', 'disputed') and o.visit_id = v.id or exists (
      select 1 from volunteering.hour_differences d where d.county_id = v.county_id and d.visit_id = v.id
        and not exists (select 1 from volunteering.hour_difference_ends e where e.county_id = d.county_id and e.difference_id = d.id)))
    and not exists (select 1 from volunteering.hours h where h.county_id = v.county_id and h.visit_id = v.id)`;

/** Visits whose hours should stand in the ledger within ten working days of their end (办法 art. 11) and do not yet, the most urgent first; at most 500. */
export async function unrecordedVisits(
  ctx: Ctx,
  actor: Actor,
  query: { placeId?: string | undefined },
): Promise<{ items: UnrecordedVisit[]; total: number }> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'hours.countersign');
    const { ranges, units } = rangesFor(tx, actor, 'hours.list');
    const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), units];
    const within = handledSql();
    const here = query.placeId ? ` and ${atOrBelowSql(tx, 'o.place_id', query.placeId, values)}` : '';
    const { rows } = await tx.client.query<Unrecorded>(
      `select ${columns} from ${source} and ${within}${here} order by v.checked_out_at, v.id limit ${most}`,
      values,
    );
    const items = rows.map(({ visitId, orderId, service, placeId, people, endedAt }) => {
      const dueAt = recordBy(tx.ctx.county, endedAt);
      const times = { endedAt: endedAt.toISOString(), dueAt: dueAt.toISOString(), late: dueAt < tx.at };
      return { visitId, orderId, service, placeId, people, ...times };
    });
    return { items, total: items.length };
  });
}

/** Tells handlers once of each visit whose ten working days run out in two; harmless when run again. What nobody recorded for months was told of then, and hides none that is new; nor does what is not due yet hide what is. */
export async function warnOfUnrecorded(ctx: Ctx): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { rows } = await tx.client.query<Unrecorded>(
      `select ${columns} from ${source} and v.checked_out_at < $2 and v.checked_out_at > $3 order by v.checked_out_at desc limit ${most}`,
      [tx.countyId, warnedBefore(tx), new Date(tx.at.getTime() - 60 * 86_400_000)],
    );
    for (const one of rows) if (recordBy(ctx.county, one.endedAt, warnedAfterWorkingDays) <= tx.at) await warn(tx, one);
  });
}

// So many working days are at least so many days.
const warnedBefore = (tx: Tx): Date => new Date(tx.at.getTime() - warnedAfterWorkingDays * 86_400_000);

const warn = async (tx: Tx, one: Unrecorded): Promise<unknown> =>
  notify(tx, {
    personIds: await handlersOf(tx, one),
    kind: 'hours.unrecorded',
    subjectId: one.orderId,
    href: `/console/orders/${one.orderId}`,
    dueAt: recordBy(tx.ctx.county, one.endedAt),
    dedupeKey: `hours-unrecorded:${one.visitId}`,
  });

// As `source`, from the few orders that wait for a word or a decision, so that it stays cheap wherever it is asked.
const waitingSource = `(select o.county_id, o.id, o.place_id, o.station_id, o.visit_id from volunteering.orders o where o.county_id = $1 and o.state in ('done', 'disputed') and o.ended_at is null
    union all
    select d.county_id, d.order_id, o.place_id, o.station_id, d.visit_id from volunteering.hour_differences d join volunteering.orders o on o.county_id = d.county_id and o.id = d.order_id
     where d.county_id = $1 and o.state not in ('done', 'disputed') and not exists (select 1 from volunteering.hour_difference_ends e where e.county_id = d.county_id and e.difference_id = d.id)) w
  join volunteering.visits v on v.county_id = w.county_id and v.order_id = w.id and v.id = w.visit_id`;

/** Visits whose ten working days run out in two, as handlers are warned, at these positions and units (parameters of `handledSql`), the most urgent first. */
export async function nearlyLate(
  tx: Tx,
  at: readonly unknown[],
  limit: number,
): Promise<{ id: string; placeId: string; dueAt: Date }[]> {
  const { county } = tx.ctx;
  const rows = await tx.named<{ id: string; placeId: string; endedAt: Date }>(
    'volunteering.nearly-late-visits',
    `select v.id, w.place_id as "placeId", v.checked_out_at as "endedAt" from ${waitingSource}
      where v.state = 'done' and v.checked_out_at < $5 and ${handledSql('w')}
        and not exists (select 1 from volunteering.hours h where h.county_id = v.county_id and h.visit_id = v.id)
      order by v.checked_out_at, v.id limit $6`,
    [tx.countyId, ...at, warnedBefore(tx), limit],
  );
  return rows
    .filter(({ endedAt }) => recordBy(county, endedAt, warnedAfterWorkingDays) <= tx.at)
    .map(({ id, placeId, endedAt }) => ({ id, placeId, dueAt: recordBy(county, endedAt) }));
}
