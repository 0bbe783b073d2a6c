import type { Manifest } from '#platform/manifest';
import { placeRoutes } from './http/place-routes.ts';
import { importPlacesCommand } from './import/import-places-command.ts';
import { placePermissions } from './permissions.ts';
import { subscriptions } from './subscriptions.ts';
import { texts } from './texts/index.ts';
import { plantForest, plantTree } from './tree/forest.ts';

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
  commands: [importPlacesCommand],
  async start(app) {
    await plantForest(app);
    app.counties.onOpening((county) => plantTree(app, county));
  },
};
