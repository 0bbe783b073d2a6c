import { replant } from '#places';
import { emptyPageCache } from '#portal';
import type { App } from '#platform/app';
import type { County } from '#platform/county';
import { committed } from '#platform/events';
import { demonstrationReset } from './events.ts';

async function forget(app: App, county: County): Promise<void> {
  try {
    await app.counties.reload();
    await replant(app, county.id);
    emptyPageCache(app);
  } catch (error) {
    app.log.error('the demonstration could not be read again', { error: error instanceof Error ? error : undefined });
  }
}

/** After a reset no process goes on from what it remembers. */
export const subscriptions = [committed(demonstrationReset, forget)];
