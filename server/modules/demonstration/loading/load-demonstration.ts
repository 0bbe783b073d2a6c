import { rebuildSearch } from '#portal';
import type { App } from '#platform/app';
import { inCounty } from '#platform/transaction';
import { specialOrderKeys } from '../content/orders.ts';
import { demonstrationCast } from '../content/people.ts';
import { loadAccounts } from './load-accounts.ts';
import { loadChannels, loadReceipts } from './load-channels.ts';
import { loadOrders, ordersInOrder } from './load-orders.ts';
import { loadPeople } from './load-people.ts';
import { loadPlaces } from './load-places.ts';
import { loadPoints } from './load-adoptions.ts';
import { loadSections } from './load-sections.ts';
import { loadServices } from './load-services.ts';
import { loadStations } from './load-stations.ts';
import { loadStories, storiesInOrder } from './load-stories.ts';
import { loadVolunteers } from './load-volunteers.ts';
import { openCounty } from './open-county.ts';
import { sayAccounts } from './say-accounts.ts';
import { openTeller } from './teller.ts';
import type { Teller } from './teller.ts';

/** How many of the latest stories the home page shows; the others follow behind. */
const firstStories = 9;

/** Opens the demonstration county and loads what its home page and the two walks need; does nothing where that is there. Whatever stopped it before, it goes on from there. */
export async function loadDemonstration(
  app: App,
  { say, signal }: { ownerUrl?: string; say(line: string): void; signal?: AbortSignal | undefined },
): Promise<void> {
  const county = await openCounty(app);
  const teller = await openTeller(app, county, { signal });
  if (teller.has('step:first')) return sayAccounts(app, say);
  const another = (): Promise<Teller> => openTeller(app, county, { known: teller.loaded, signal });
  const [painter, clerk, dispatcher] = [await another(), await another(), await another()];
  await loadPlaces(teller);
  await loadPeople(teller);
  await Promise.all([
    loadAccounts(clerk),
    loadStations(teller)
      .then(() => loadSections(teller))
      .then(() => loadChannels(teller))
      .then(() => loadPoints(teller)),
    loadServices(dispatcher),
  ]);
  const stories = storiesInOrder().filter(
    ({ key, correction }, at) => at < firstStories || correction !== undefined || key === 'flood-tonight',
  );
  const walkers = new Set(demonstrationCast.map(({ key }) => key));
  await Promise.all([
    loadStories(teller, painter, stories, signal ? { signal } : {}),
    loadVolunteers(dispatcher, walkers).then(() =>
      loadOrders(
        dispatcher,
        ordersInOrder().first.filter(({ key }) => key === specialOrderKeys.leakingTap),
      ),
    ),
  ]);
  await loadReceipts(teller);
  await inCounty(app, county, rebuildSearch);
  await teller.once('step:first', () => Promise.resolve(teller.id('step:places')));
  await sayAccounts(app, say);
}
