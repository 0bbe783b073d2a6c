import { failedSince } from '#notices';
import type { Recurring } from '#platform/recurring';
import type { Tx } from '#platform/transaction';
import { freeGigabytes } from '../doctor/look-at-installation.ts';
import { jobStates } from '../metrics/job-states.ts';
import { outboxLag } from '../metrics/outbox-lag.ts';
import { addMeasurement, keptMilliseconds } from './add-measurement.ts';
import type { Gauges } from './add-measurement.ts';

const day = 86_400_000;

/** Looks every minute how much waits and fails, and lets go of what is older than it is kept. */
export const measure: Recurring = {
  name: 'operations.measure',
  everySeconds: 60,
  soonAfterStart: true,
  async run(ctx, _signal, turn) {
    const { app, county } = ctx;
    const gigabytes = await turn.once('free', () => freeGigabytes(app));
    const jobs = (await turn.once('jobs', () => jobStates(app))).get(county.id);
    await ctx.transaction(async (tx) => {
      const freeMegabytes = Math.floor(gigabytes * 1024);
      await addMeasurement(tx, { gauges: { ...(await waitingAndFailed(tx, jobs)), freeMegabytes } });
      await forgetOld(tx);
    });
  },
};

async function waitingAndFailed(
  tx: Tx,
  jobs: ReadonlyMap<string, number> | undefined,
): Promise<Omit<Gauges, 'freeMegabytes'>> {
  const copies = (await tx.ctx.app.modules.find(({ name }) => name === 'channels')?.figures?.(tx)) ?? {};
  const notices = await failedSince(tx, new Date(tx.at.getTime() - day));
  return {
    jobsWaiting: jobs?.get('waiting') ?? 0,
    jobsFailed: jobs?.get('failed') ?? 0,
    lagSeconds: Math.round(await outboxLag(tx)),
    copiesWaiting: copies['channels.copies.waiting'] ?? 0,
    copiesFailed: copies['channels.copies.failed'] ?? 0,
    noticesFailed: notices.reduce((sum, { count }) => sum + count, 0),
  };
}

async function forgetOld(tx: Tx): Promise<void> {
  const now = tx.ctx.app.clock.now().getTime();
  await tx.named(
    'operations.forget-measurements',
    `delete from operations.measurements where county_id = $1 and ((span = 'minute' and begins_at < $2) or (span = 'hour' and begins_at < $3))`,
    [tx.countyId, new Date(now - keptMilliseconds.minute), new Date(now - keptMilliseconds.hour)],
  );
}
