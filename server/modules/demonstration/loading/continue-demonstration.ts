import { rebuildSearch } from '#portal';
import type { App } from '#platform/app';
import type { County } from '#platform/county';
import { inCounty } from '#platform/transaction';
import { demonstrationStories } from '../content/stories.ts';
import { orderCount } from '../content/orders.ts';
import type { OrderContent } from '../content/orders.ts';
import { keepAllPictures } from './draw-pictures.ts';
import { loadAdoptions } from './load-adoptions.ts';
import { loadAftercare } from './load-aftercare.ts';
import { loadConsents } from './load-consents.ts';
import { loadAccount, loadNewsletter, loadOfficialAccount, loadReceipts } from './load-channels.ts';
import { loadDesk } from './load-desk.ts';
import { loadFront } from './load-front.ts';
import { loadGatherings } from './load-gatherings.ts';
import { loadIdeas } from './load-ideas.ts';
import { loadProofed } from './load-proofed.ts';
import { loadApiKeys, loadInspections } from './load-outsiders.ts';
import { loadMaterials } from './load-materials.ts';
import { loadOrders, ordersInOrder } from './load-orders.ts';
import { loadRecordings } from './load-recordings.ts';
import { loadRoster } from './load-roster.ts';
import { loadTags } from './load-tags.ts';
import { loadStories, storiesInOrder } from './load-stories.ts';
import { loadVoices } from './load-voices.ts';
import { loadTeams, loadTimes, loadVolunteers } from './load-volunteers.ts';
import { openTeller } from './teller.ts';
import type { Teller } from './teller.ts';

/** How the rest of a demonstration is loaded. */
export interface Continuing {
  say(line: string): void;
  signal: AbortSignal;
  /** Hears how many pictures are there, of all. */
  onPictures?: (done: number, of: number) => void;
}

/** Loads what the first pages do not need: older stories, most orders, smaller copies of pictures. Runs while people use the county already, goes on after any stop, and does nothing once all is there. */
export async function continueDemonstration(app: App, options: Continuing): Promise<void> {
  for (const county of app.counties.all()) if (county.demonstration) await continueCounty(app, county, options);
}

/** As `continueDemonstration`, for one county; with fewer orders than all it does not count as complete. */
export async function continueCounty(
  app: App,
  county: County,
  { say, signal, onPictures }: Continuing,
  orders: readonly OrderContent[] = allInOrder(),
): Promise<void> {
  const teller = await openTeller(app, county, { signal });
  if (teller.has('step:all') || !teller.has('step:first')) return;
  say(
    '演示的其余部分正在装，装好前各人要办的事还没有到齐 · the rest of the demonstration is being loaded; until then what waits for each is not all there',
  );
  const another = (): Promise<Teller> => openTeller(app, county, { known: teller.loaded, signal });
  const [painter, dispatcher] = [await another(), await another()];
  const both = await Promise.allSettled([
    loadRecordings(teller)
      .then(() => loadStories(teller, painter, storiesInOrder(), { signal, ...(onPictures ? { onPictures } : {}) }))
      .then(() =>
        signal.aborted
          ? undefined
          : loadReceipts(teller)
              .then(() => loadDesk(teller))
              .then(() => loadProofed(teller))
              .then(() => loadIdeas(teller))
              .then(() => loadFront(teller))
              .then(() => loadAdoptions(teller))
              .then(() => loadTags(teller))
              .then(() => loadRoster(teller))
              .then(() => loadMaterials(teller))
              .then(() => loadConsents(teller))
              .then(() => loadApiKeys(teller))
              .then(() => loadInspections(teller))
              .then(() => loadOfficialAccount(teller))
              .then(() => loadAccount(teller))
              .then(() => loadNewsletter(teller)),
      ),
    loadVolunteers(dispatcher)
      .then(() => loadTeams(dispatcher))
      .then(() => loadOrders(dispatcher, orders, { signal }))
      .then(() =>
        signal.aborted
          ? undefined
          : loadTimes(dispatcher)
              .then(() => loadAftercare(dispatcher))
              .then(() => loadGatherings(dispatcher))
              .then(() => loadVoices(dispatcher)),
      ),
  ]);
  // Told to end, it stops wherever it stands; the next start goes on from there.
  if (signal.aborted) return;
  for (const part of both) if (part.status === 'rejected') throw part.reason;
  if (orders.length < allInOrder().length) return;
  await inCounty(app, county, rebuildSearch);
  say(`演示已装好 · the demonstration is complete: ${demonstrationStories.length} 篇 stories, ${orderCount} 单 orders`);
  await keepAllPictures(painter, signal);
  if (signal.aborted) return;
  await teller.once('step:all', () => Promise.resolve(teller.id('step:places')));
  say('演示的图片已备齐 · the pictures of the demonstration are complete');
}

const allInOrder = (): OrderContent[] => [...ordersInOrder().first, ...ordersInOrder().rest];
