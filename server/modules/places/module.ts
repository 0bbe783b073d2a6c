import type { Manifest } from '#platform/manifest';
import { subscriptions } from './subscriptions.ts';
import { plantForest } from './tree/forest.ts';

/** What the module places gives to the program. */
export const places: Manifest = {
  name: 'places',
  subscriptions,
  refusals: { UnknownParent: 422 },
  start: plantForest,
};
