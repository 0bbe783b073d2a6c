import type { App } from '#platform/app';
import type { County } from '#platform/county';
import { committed } from '#platform/events';
import type { EventKind, Subscription } from '#platform/events';
import { placeChanged, placeCreated, placeEnded, placeMoved, placesImported } from './events.ts';
import { replant, treeOf } from './tree/forest.ts';

// In the process that made the change the new tree is there already; the others read it.
function catchUp(app: App, county: County, event: { payload: { revision: number } }): void {
  if (treeOf(app, county.id).revision >= event.payload.revision) return;
  replant(app, county.id).catch((error: unknown) =>
    app.log.error('places could not be read again', {
      county: county.id,
      error: error instanceof Error ? error : undefined,
    }),
  );
}

const keepUpWith = <P extends { revision: number }>(kind: EventKind<P>): Subscription => committed(kind, catchUp);

/** Every process keeps its tree as new as the database's. */
export const subscriptions = [
  keepUpWith(placeCreated),
  keepUpWith(placeChanged),
  keepUpWith(placeMoved),
  keepUpWith(placeEnded),
  keepUpWith(placesImported),
];
