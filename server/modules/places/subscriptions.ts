import type { App } from '#platform/app';
import type { County } from '#platform/county';
import { committed, within } from '#platform/events';
import type { EventKind, Subscription } from '#platform/events';
import { ownWordsChanged, placeChanged, placeCreated, placeEnded, placeMoved, placesImported } from './events.ts';
import { replant, treeOf } from './tree/forest.ts';
import { takeOwnWords } from './words/own-words.ts';
import { ownNamesChanged } from './words/renew-words.ts';

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

/** Every process keeps its tree, and the county's own words, as new as the database's. */
export const subscriptions = [
  keepUpWith(placeCreated),
  keepUpWith(placeChanged),
  keepUpWith(placeMoved),
  keepUpWith(placeEnded),
  keepUpWith(placesImported),
  // Names that came or went are brought into the indexes of words.
  within(placeCreated, ownNamesChanged),
  within(placeChanged, ownNamesChanged),
  within(placesImported, ownNamesChanged),
  committed(ownWordsChanged, (app, county) => takeOwnWords(app, county)),
];
