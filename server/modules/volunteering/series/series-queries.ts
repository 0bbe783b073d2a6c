import { today } from '#places';
import { ruleDays } from '#platform/recurrence-rule';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { OrderState, SeriesDate, Wish } from '../contract.ts';
import { dayAfter } from '../county-day.ts';

/** A series of orders; its place and station are those of the first order. */
export interface SeriesRow {
  readonly id: string;
  readonly firstOrderId: string;
  readonly placeId: string;
  /** The station is the unit: grants may be narrowed to it. */
  readonly unitId: string | null;
  readonly rule: string;
  readonly startsOn: string;
  readonly part: Wish['part'];
  readonly leadDays: number;
  readonly madeUntil: string;
  readonly endedAt: Date | null;
  /** A resident asked for it on a form. */
  readonly byForm: boolean;
}

const columns = `id, first_order_id as "firstOrderId", place_id as "placeId", station_id as "unitId", rule, starts_on::text as "startsOn", part, lead_days as "leadDays", made_until::text as "madeUntil", ended_at as "endedAt", on_form as "byForm"`;

/** The series, locked until the transaction ends, or 404. */
export async function seriesForUpdate(tx: Tx, id: string): Promise<SeriesRow> {
  const [row] = await tx.named<SeriesRow>(
    'volunteering.series-lock',
    `select ${columns} from volunteering.order_series where county_id = $1 and id = $2 for update`,
    [tx.countyId, id],
  );
  return found(row);
}

// What a resident asked for waits until the station has agreed to one of its orders: while the first is not answered, or went another way, nothing follows.
const wentAnotherWay = `('refused', 'referred', 'merged')`;
const waitsSql = `(s.on_form and exists (select from volunteering.orders o where o.county_id = s.county_id and o.series_id = s.id and (o.state = 'submitted' or o.state in ${wentAnotherWay}))
  and not exists (select from volunteering.orders o where o.county_id = s.county_id and o.series_id = s.id and o.answered_at is not null and o.state not in ${wentAnotherWay}))`;

/** Whether nothing follows before the station has agreed. */
export async function seriesWaits(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.named<{ waits: boolean }>(
    'volunteering.series-waits',
    `select ${waitsSql} as waits from volunteering.order_series s where s.county_id = $1 and s.id = $2`,
    [tx.countyId, id],
  );
  return row?.waits ?? false;
}

/** The series, or 404. */
export async function seriesById(tx: Tx, id: string): Promise<SeriesRow> {
  const [row] = await tx.named<SeriesRow>(
    'volunteering.series',
    `select ${columns} from volunteering.order_series where county_id = $1 and id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** Series of which a day has come near that was not looked at. */
export const seriesToMake = (tx: Tx): Promise<SeriesRow[]> =>
  tx.named<SeriesRow>(
    'volunteering.series-to-make',
    `select ${columns} from volunteering.order_series s where county_id = $1 and ended_at is null and made_until < $2::date + lead_days and not ${waitsSql} order by id limit 200`,
    [tx.countyId, today(tx)],
  );

interface LookedAt {
  on: string;
  state: 'made' | 'left-out' | 'refused';
  orderId: string | null;
  orderState: OrderState | null;
  refusal: string | null;
}

/** The days of a series that were looked at, by day. */
const lookedAt = (tx: Tx, id: string): Promise<LookedAt[]> =>
  tx.named<LookedAt>(
    'volunteering.series-dates',
    `select d.happens_on::text as on, d.state, d.order_id as "orderId", o.state as "orderState", d.refusal from volunteering.order_series_dates d
       left join volunteering.orders o on o.county_id = d.county_id and o.id = d.order_id
      where d.county_id = $1 and d.series_id = $2 order by d.happens_on`,
    [tx.countyId, id],
  );

/** All its days: those looked at, and those of the rule to come; none to come once it has ended. */
export async function seriesDates(tx: Tx, series: SeriesRow): Promise<SeriesDate[]> {
  const known = await lookedAt(tx, series.id);
  const days = new Set(known.map((one) => one.on));
  const ahead = series.endedAt ? [] : daysAfter(series, series.madeUntil, dayAfter(series.startsOn, 366));
  return [
    ...known,
    ...ahead
      .filter((on) => !days.has(on))
      .map((on): SeriesDate => ({ on, state: 'ahead', orderId: null, orderState: null, refusal: null })),
  ].toSorted((a, b) => a.on.localeCompare(b.on));
}

/** The days of its rule after one day, until another, included. */
export const daysAfter = (series: Pick<SeriesRow, 'rule' | 'startsOn'>, after: string, until: string): string[] =>
  ruleDays(series.rule, series.startsOn, dayAfter(after, 1), until);

/** Writes down what became of a day; a day already written stays. */
export const keepDate = (
  tx: Tx,
  seriesId: string,
  on: string,
  what: { state: LookedAt['state']; orderId?: string; refusal?: string },
): Promise<unknown> =>
  tx.named(
    'volunteering.keep-series-date',
    `insert into volunteering.order_series_dates (county_id, series_id, happens_on, state, order_id, refusal, entered_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (county_id, series_id, happens_on) do update set state = excluded.state where excluded.state = 'left-out'`,
    [tx.countyId, seriesId, on, what.state, what.orderId ?? null, what.refusal ?? null, tx.at],
  );

/** No further day is made into an order. */
export const closeSeries = (tx: Tx, id: string, why: 'over' | 'ended' | 'forgotten'): Promise<unknown> =>
  tx.named(
    'volunteering.close-series',
    'update volunteering.order_series set ended_at = coalesce(ended_at, $3), ended_why = coalesce(ended_why, $4) where county_id = $1 and id = $2',
    [tx.countyId, id, tx.at, why],
  );
