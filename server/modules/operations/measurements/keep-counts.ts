import type { App } from '#platform/app';
import { inCounty } from '#platform/transaction';
import { addMeasurement } from './add-measurement.ts';

const everyMilliseconds = 60_000;

/** Writes down every minute what this process answered; `stop` writes the rest. */
export function keepCounts(app: App): { stop(): Promise<void> } {
  const timer = setInterval(() => void writeCounts(app), everyMilliseconds);
  return {
    async stop() {
      clearInterval(timer);
      await writeCounts(app);
    },
  };
}

/** Writes down what this process answered since it was asked last. What cannot be written now, because there is no room or no database, is written with the next. */
export async function writeCounts(app: App): Promise<void> {
  if (app.room.isShort) return;
  const taken = app.counts.take();
  for (const county of app.counties.all()) {
    const counted = taken.get(county.id);
    if (!counted) continue;
    try {
      await inCounty(app, county, (ctx) => ctx.transaction((tx) => addMeasurement(tx, { counted })));
    } catch (error) {
      app.counts.giveBack(county.id, counted);
      app.log.warn('what was answered could not be written down', {
        county: county.id,
        error: error instanceof Error ? error : undefined,
      });
    }
  }
}
