import { replant } from '#places';
import { emptyPageCache } from '#portal';
import type { App } from '#platform/app';
import type { County } from '#platform/county';
import { committed } from '#platform/events';
import { demonstrationReset } from './events.ts';

// In whichever process did it, all of this is so already.
async function forget(app: App, county: County): Promise<void> {
  await app.counties.reload();
  await replant(app, county.id);
  emptyPageCache(app);
}

/** After a reset no process goes on from what it remembers. */
export const subscriptions = [
  committed(demonstrationReset, (app, county) => {
    forget(app, county).catch((error: unknown) =>
      app.log.error('the demonstration could not be read again', { error: error instanceof Error ? error : undefined }),
    );
  }),
];
