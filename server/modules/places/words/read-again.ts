import type { App } from '#platform/app';
import { plantForest, replant as replantTree } from '../tree/forest.ts';
import { takeOwnWords } from './own-words.ts';

/** Reads a county's places and own words again: another process changed them, or nobody knows what was missed. */
export async function replant(app: App, countyId: number): Promise<void> {
  await replantTree(app, countyId);
  const county = app.counties.byId(countyId);
  if (county) await takeOwnWords(app, county);
}

/** Reads the places and own words of every county, forgetting what was there: the module's start, and where an installation was emptied. */
export async function readCounties(app: App): Promise<void> {
  await plantForest(app);
  for (const county of app.counties.all()) await takeOwnWords(app, county);
}
