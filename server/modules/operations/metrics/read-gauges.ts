import { Gauge, Registry } from 'prom-client';
import type { App } from '#platform/app';
import { inCounty } from '#platform/transaction';
import { lastWhole } from '../backup/backup-record.ts';
import { jobStates } from './job-states.ts';
import { outboxLag } from './outbox-lag.ts';

/** What the database says at this moment, county by county, in the text form of Prometheus: work that waits, what the modules count, how old the last backup is. */
export async function readGauges(app: App): Promise<string> {
  const registry = new Registry();
  const gauge = (name: string, help: string, labelNames: string[]) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const jobs = gauge('xiangyin_jobs', 'Reactions by state: waiting, active, failed.', ['county', 'state']);
  const lag = gauge('xiangyin_outbox_lag_seconds', 'Age of the oldest event that is not handed on yet.', ['county']);
  const counted = gauge('xiangyin_figure', 'What the modules count, by name.', ['county', 'name']);
  const archives = gauge(
    'xiangyin_backup_age_seconds',
    'Since the last whole backup and since the last proof of one.',
    ['kind'],
  );
  const states = await jobStates(app);
  for (const county of app.counties.all())
    await inCounty(app, county, (ctx) =>
      ctx.transaction(async (tx) => {
        for (const [state, count] of states.get(county.id) ?? []) jobs.set({ county: county.slug, state }, count);
        lag.set({ county: county.slug }, await outboxLag(tx));
        for (const module of app.modules)
          for (const [name, value] of Object.entries((await module.figures?.(tx)) ?? {}))
            counted.set({ county: county.slug, name }, value);
      }),
    );
  // Of the installation: they are kept with the first county.
  const [first] = app.counties.all();
  if (first) {
    const last = await inCounty(app, first, (ctx) => ctx.transaction((tx) => lastWhole(tx)));
    for (const [kind, record] of Object.entries(last))
      if (record) archives.set({ kind }, (app.clock.now().getTime() - record.endedAt.getTime()) / 1_000);
  }
  return registry.metrics();
}
