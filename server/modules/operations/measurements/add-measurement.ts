import type { Counted } from '#platform/request-counts';
import type { Tx } from '#platform/transaction';

/** How it is at a moment. */
export interface Gauges {
  readonly jobsWaiting: number;
  readonly jobsFailed: number;
  /** Age of the oldest event that is not handed on yet. */
  readonly lagSeconds: number;
  readonly copiesWaiting: number;
  readonly copiesFailed: number;
  /** Given up within a day. */
  readonly noticesFailed: number;
  readonly freeMegabytes: number;
}

const minute = 60_000;
/** The length of each span. */
export const spans = { minute, hour: 60 * minute } as const;
/** How long its rows are kept. */
export const keptMilliseconds = { minute: 24 * 60 * minute, hour: 30 * 24 * 60 * minute } as const;

/** Adds to the minute and to the hour of this moment: counts add up, of gauges the worst stands. Several processes may add at once. */
export async function addMeasurement(
  tx: Tx,
  { counted, gauges }: { counted?: Counted; gauges?: Gauges },
): Promise<void> {
  const now = tx.ctx.app.clock.now().getTime();
  const begins = (span: keyof typeof spans): Date => new Date(now - (now % spans[span]));
  await tx.named(
    'operations.add-measurement',
    `insert into operations.measurements as old (county_id, span, begins_at, memory, pages, api, failed, milliseconds, jobs_waiting, jobs_failed, lag_seconds, copies_waiting, copies_failed, notices_failed, free_megabytes)
     values ($1, 'minute', $2, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15), ($1, 'hour', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (county_id, span, begins_at) do update set
       memory = old.memory + excluded.memory, pages = old.pages + excluded.pages, api = old.api + excluded.api,
       failed = old.failed + excluded.failed, milliseconds = old.milliseconds + excluded.milliseconds,
       jobs_waiting = greatest(old.jobs_waiting, excluded.jobs_waiting), jobs_failed = greatest(old.jobs_failed, excluded.jobs_failed),
       lag_seconds = greatest(old.lag_seconds, excluded.lag_seconds), copies_waiting = greatest(old.copies_waiting, excluded.copies_waiting),
       copies_failed = greatest(old.copies_failed, excluded.copies_failed), notices_failed = greatest(old.notices_failed, excluded.notices_failed),
       free_megabytes = least(old.free_megabytes, excluded.free_megabytes)`,
    [tx.countyId, begins('minute'), begins('hour'), ...countsOf(counted), ...gaugesOf(gauges)],
  );
}

const countsOf = (counted: Counted | undefined): number[] =>
  counted
    ? [counted.memory, counted.pages, counted.api, counted.failed, Math.round(counted.milliseconds)]
    : [0, 0, 0, 0, 0];

const gaugesOf = (gauges: Gauges | undefined): (number | null)[] =>
  gauges
    ? [
        gauges.jobsWaiting,
        gauges.jobsFailed,
        gauges.lagSeconds,
        gauges.copiesWaiting,
        gauges.copiesFailed,
        gauges.noticesFailed,
        gauges.freeMegabytes,
      ]
    : [null, null, null, null, null, null, null];
