import type { App } from '#platform/app';
import { runningInstances } from '#platform/instance';

/** The clock of a demonstration stands still from a start until the first act, at the time it had reached. One of several processes that comes back leaves it alone: people are at work by it in the others. */
export async function holdClocks(app: App): Promise<void> {
  const running = await runningInstances(app.settings.varDirectory);
  if ([...running.values()].some(({ isAtWork }) => isAtWork)) return;
  for (const county of app.counties.all()) if (county.demonstration) await app.counties.holdWhereItStands(county.id);
}
