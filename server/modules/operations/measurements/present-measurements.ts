import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { MeasurementRange, MeasurementStep, Measurements } from '../contract.ts';

const minute = 60_000;

/** What each range is read from, and how long its steps are: about a hundred, as many as a phone can show. */
const ranges: Readonly<Record<MeasurementRange, { span: 'minute' | 'hour'; stepMinutes: number; steps: number }>> = {
  hour: { span: 'minute', stepMinutes: 1, steps: 60 },
  day: { span: 'minute', stepMinutes: 15, steps: 96 },
  month: { span: 'hour', stepMinutes: 360, steps: 120 },
};

/** How the county's program was over the last hour, day or thirty days, step by step from the oldest to this moment. */
export async function presentMeasurements(ctx: Ctx, actor: Actor, range: MeasurementRange): Promise<Measurements> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'measurement.read');
    const { span, stepMinutes, steps } = ranges[range];
    const length = stepMinutes * minute;
    const until = Math.floor(ctx.app.clock.now().getTime() / length + 1) * length;
    const from = until - steps * length;
    const rows = await rowsSince(tx, span, new Date(from));
    const inStep = Map.groupBy(rows, ({ beginsAt }) => Math.floor((beginsAt.getTime() - from) / length));
    return {
      range,
      stepMinutes,
      steps: Array.from({ length: steps }, (_, at) => stepOf(new Date(from + at * length), inStep.get(at) ?? [])),
    };
  });
}

interface Row {
  beginsAt: Date;
  memory: number;
  pages: number;
  api: number;
  failed: number;
  milliseconds: number;
  jobsWaiting: number | null;
  jobsFailed: number | null;
  lagSeconds: number | null;
  copiesWaiting: number | null;
  copiesFailed: number | null;
  noticesFailed: number | null;
  freeMegabytes: number | null;
}

const rowsSince = (tx: Tx, span: 'minute' | 'hour', from: Date): Promise<Row[]> =>
  tx.named<Row>(
    'operations.measurements-since',
    `select begins_at as "beginsAt", memory, pages, api, failed, milliseconds, jobs_waiting as "jobsWaiting", jobs_failed as "jobsFailed", lag_seconds as "lagSeconds",
            copies_waiting as "copiesWaiting", copies_failed as "copiesFailed", notices_failed as "noticesFailed", free_megabytes as "freeMegabytes"
       from operations.measurements where county_id = $1 and span = $2 and begins_at >= $3 order by begins_at`,
    [tx.countyId, span, from],
  );

function stepOf(at: Date, rows: readonly Row[]): MeasurementStep {
  const sum = (name: 'memory' | 'pages' | 'api' | 'failed' | 'milliseconds'): number =>
    rows.reduce((all, row) => all + row[name], 0);
  const most = (name: Gauge): number | null => worst(rows, name, Math.max);
  const made = sum('pages') + sum('api');
  return {
    at: at.toISOString(),
    memory: sum('memory'),
    pages: sum('pages'),
    api: sum('api'),
    failed: sum('failed'),
    milliseconds: made === 0 ? null : Math.round((sum('milliseconds') / made) * 10) / 10,
    jobsWaiting: most('jobsWaiting'),
    jobsFailed: most('jobsFailed'),
    lagSeconds: most('lagSeconds'),
    copiesWaiting: most('copiesWaiting'),
    copiesFailed: most('copiesFailed'),
    noticesFailed: most('noticesFailed'),
    freeMegabytes: worst(rows, 'freeMegabytes', Math.min),
  };
}

type Gauge = Exclude<keyof Row, 'beginsAt' | 'memory' | 'pages' | 'api' | 'failed' | 'milliseconds'>;

function worst(rows: readonly Row[], name: Gauge, of: (...values: number[]) => number): number | null {
  const seen = rows.flatMap((row) => row[name] ?? []);
  return seen.length === 0 ? null : of(...seen);
}
