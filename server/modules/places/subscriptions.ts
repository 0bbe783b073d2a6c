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
  replant(app, county.id).catch((error: unknown) => log(app, county, 'places could not be read again', error));
}

// Where the event came from another process nobody waits for this: what went wrong is not to end the program.
const catchUpWords = (app: App, county: County): Promise<void> =>
  takeOwnWords(app, county).catch((error: unknown) => log(app, county, 'own words could not be read again', error));

const log = (app: App, county: County, what: string, error: unknown): void =>
  app.log.error(what, { county: county.id, error: error instanceof Error ? error : undefined });

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
  committed(ownWordsChanged, catchUpWords),
];
