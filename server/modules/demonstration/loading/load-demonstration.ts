import { rebuildSearch } from '#portal';
import type { App } from '#platform/app';
import { inCounty } from '#platform/transaction';
import { demonstrationReports } from '../content/drafts.ts';
import { readAccountsFile } from './accounts-file.ts';
import { loadAccounts } from './load-accounts.ts';
import { loadDesk } from './load-desk.ts';
import { loadOrders, ordersInOrder } from './load-orders.ts';
import { loadPeople } from './load-people.ts';
import { loadPlaces } from './load-places.ts';
import { loadSections } from './load-sections.ts';
import { loadServices } from './load-services.ts';
import { loadStations } from './load-stations.ts';
import { loadStories, storiesInOrder } from './load-stories.ts';
import { loadVolunteers } from './load-volunteers.ts';
import { openCounty } from './open-county.ts';
import { openTeller } from './teller.ts';

/** How many stories the home page and the walks need; the others follow behind. */
const firstStories = 14;

const reportedStories: ReadonlySet<string> = new Set(demonstrationReports.map(({ story }) => story));

/** Opens the demonstration county and loads what its first pages need; does nothing where that is there. Whatever stopped it before, it goes on from there. */
export async function loadDemonstration(app: App, { say }: { ownerUrl?: string; say(line: string): void }): Promise<void> {
  const county = await openCounty(app);
  const teller = await openTeller(app, county);
  if (teller.has('step:first')) return;
  const painter = await openTeller(app, county, teller.loaded);
  await loadPlaces(teller);
  await loadPeople(teller);
  await Promise.all([loadAccounts(await openTeller(app, county, teller.loaded)), loadStations(teller).then(() => loadSections(teller))]);
  await loadServices(teller);
  await loadVolunteers(teller);
  await loadOrders(teller, ordersInOrder().first);
  await loadStories(teller, painter, storiesInOrder().filter(({ key }, at) => at < firstStories || reportedStories.has(key)));
  await loadDesk(teller);
  await inCounty(app, county, rebuildSearch);
  await teller.once('step:first', () => Promise.resolve(teller.id('step:places')));
  await sayAccounts(app, say);
}

async function sayAccounts(app: App, say: (line: string) => void): Promise<void> {
  const accounts = await readAccountsFile(app.settings.varDirectory);
  say('\n演示账号 · accounts of the demonstration (var/demo-accounts.json)');
  for (const one of accounts) say(`  ${one.role.padEnd(16)} ${one.login.padEnd(14)} ${one.password}  ${one.place}`);
}
