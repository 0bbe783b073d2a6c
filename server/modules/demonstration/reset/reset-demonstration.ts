import { emptyDemonstration } from '#operations';
import type { App } from '#platform/app';
import { systemActor } from '#platform/actor';
import { emit } from '#platform/events';
import { inCounty } from '#platform/transaction';
import { demonstrationReset } from '../events.ts';
import { continueDemonstration } from '../loading/continue-demonstration.ts';
import { loadDemonstration } from '../loading/load-demonstration.ts';

/** Empties the demonstration and loads it again, from the county's first row to the last picture; a program that runs meanwhile hears of it. */
export async function resetDemonstration(
  app: App,
  {
    ownerUrl,
    say,
    signal = new AbortController().signal,
  }: { ownerUrl: string; say(line: string): void; signal?: AbortSignal },
): Promise<void> {
  await emptyDemonstration(app, ownerUrl);
  await loadDemonstration(app, { say });
  await tellRunningPrograms(app);
  await continueDemonstration(app, { say, signal });
  await tellRunningPrograms(app);
}

async function tellRunningPrograms(app: App): Promise<void> {
  for (const county of app.counties.all())
    await inCounty(app, county, (ctx) =>
      ctx.transaction((tx) => emit(tx, demonstrationReset, systemActor('demo-reset'), { countySlug: county.slug })),
    );
}
