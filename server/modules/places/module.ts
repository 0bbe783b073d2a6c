import type { Manifest } from '#platform/manifest';
import { placeRoutes } from './http/place-routes.ts';
import { importPlacesCommand } from './import/import-places-command.ts';
import { placePermissions } from './permissions.ts';
import { subscriptions } from './subscriptions.ts';
import { texts } from './texts/index.ts';
import { plantTree } from './tree/forest.ts';
import { takeOwnWords } from './words/own-words.ts';
import { readCounties } from './words/read-again.ts';
import { renewWords } from './words/renew-words.ts';

/** What the module places gives to the program. */
export const places: Manifest = {
  name: 'places',
  routes: placeRoutes,
  permissions: [placePermissions],
  subscriptions,
  refusals: {
    UnknownParent: 422,
    CodeTaken: 409,
    CodeNotUnderstood: 422,
    LevelNotBelow: 422,
    PlaceEnded: 422,
    PlaceInItself: 409,
    PlaceHasChildren: 409,
    DayWrong: 422,
  },
  texts,
  recurring: [renewWords],
  commands: [importPlacesCommand],
  async start(app) {
    await readCounties(app);
    app.counties.onOpening(async (county) => {
      await plantTree(app, county);
      await takeOwnWords(app, county);
    });
  },
};
