import { inTurn } from '#platform/alone';
import type { App } from '#platform/app';
import { inCounty } from '#platform/transaction';
import type { Continuing } from './continue-demonstration.ts';
import { loadedEntry } from './loaded-queries.ts';
import { sayAccounts } from './say-accounts.ts';

// The content is a third of all that the modules are: a start that needs none of it (a real county, a demonstration that is there) does not read it.

/** Loads what the home page and the two walks of the demonstration need (`load-demonstration.ts`), where it is not there, and says its accounts. Of several processes that start at once one loads, and the others wait for it. */
export async function loadDemonstration(
  app: App,
  options: { ownerUrl?: string; say(line: string): void; signal?: AbortSignal },
): Promise<void> {
  if (await everyCountyHas(app, 'step:first')) return sayAccounts(app, options.say);
  await inTurn(app, 'demonstration.first', () => loadFirst(app, options), options.signal);
}

/** Loads the rest of a demonstration (`continue-demonstration.ts`), where there is one that is not complete. Where another process does it, this one waits, and goes on should the other end. */
export async function continueDemonstration(app: App, options: Continuing): Promise<void> {
  const isNone = app.counties.all().every((county) => !county.demonstration);
  if (isNone || (await everyCountyHas(app, 'step:all'))) return;
  await inTurn(app, 'demonstration.rest', () => loadRest(app, options), options.signal);
}

async function loadFirst(app: App, options: { say(line: string): void }): Promise<void> {
  // Loaded by another process meanwhile, perhaps.
  await app.counties.reload();
  if (await everyCountyHas(app, 'step:first')) return sayAccounts(app, options.say);
  const { loadDemonstration: load } = await import('./load-demonstration.ts');
  await load(app, options);
}

async function loadRest(app: App, options: Continuing): Promise<void> {
  if (await everyCountyHas(app, 'step:all')) return;
  const { continueDemonstration: goOn } = await import('./continue-demonstration.ts');
  await goOn(app, options);
}

/** Empties the demonstration and loads it again (`reset-demonstration.ts`). */
export async function resetDemonstration(
  app: App,
  options: { ownerUrl: string; say(line: string): void; signal?: AbortSignal },
): Promise<void> {
  const { resetDemonstration: reset } = await import('../reset/reset-demonstration.ts');
  await reset(app, options);
}

async function everyCountyHas(app: App, step: string): Promise<boolean> {
  const counties = app.counties.all().filter((county) => county.demonstration);
  for (const county of counties) {
    const entry = await inCounty(app, county, (ctx) => ctx.transaction((tx) => loadedEntry(tx, step)));
    if (!entry) return false;
  }
  return counties.length > 0;
}
