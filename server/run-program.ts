import { machineClock } from '#platform/clock';
import { buildProgram } from '#platform/build-program';
import { buildFrontEnds } from '#platform/front-ends';
import { buildServer } from '#platform/http/server';
import type { ServerOptions } from '#platform/http/server';
import { giveMemoryBack } from '#platform/give-memory-back';
import { listenToCommits } from '#platform/listen';
import { migrate } from '#platform/migrate';
import { openApp } from '#platform/app';
import type { App } from '#platform/app';
import type { Settings } from '#platform/settings';
import { continueDemonstration, loadDemonstration } from '#demonstration';
import {
  emptyPageCache,
  frontEndsChanged,
  mountHealth,
  portalOptions,
  tellBuild,
  tellBuildFailed,
  tellPictures,
  tellPicturesFailed,
} from '#portal';
import { keepCounts, mountMetrics } from '#operations';
import { replant } from '#places';
import { appSettings } from './app-settings.ts';
import type { Closing } from './closing.ts';
import { holdClocks } from './hold-clocks.ts';
import { modules } from './modules.ts';
import { mustBeFit } from './must-be-fit.ts';
import { mustOwnNothing } from './must-own-nothing.ts';
import type { OpenDatabase } from './open-database.ts';
import type { Door } from './open-door.ts';
import { runWorker } from './run-worker.ts';
import { say, step } from './tell-start.ts';

/** What the program runs with: the database that is open, the styles that are being built, and what is to be closed when it ends. */
interface Surroundings {
  readonly settings: Settings;
  readonly database: OpenDatabase;
  readonly styles: Promise<unknown>;
  readonly closing: Closing;
}

/** Runs the program in its roles: tables, modules, the demonstration; then the door opens and the worker begins. Without `door` it listens to nobody. */
export async function runProgram(
  door: Door | undefined,
  { settings, database, styles, closing }: Surroundings,
): Promise<void> {
  const web = settings.roles.includes('web');
  // The roles of our own PostgreSQL are made by us.
  if (settings.database.kind === 'given') await mustOwnNothing(database.appUrl);
  const subscribers = modules
    .flatMap((module) => module.subscriptions ?? [])
    .flatMap((one) => (one.kind === 'after' ? [one.name] : []));
  await step(door, 'tables', () => migrate(database.ownerUrl, { appRole: database.appRole, subscribers }));
  const app = await step(door, 'modules', () => openApp(appSettings(settings, database), modules, machineClock));
  closing.push(() => app.close());
  await mustBeFit(app, settings, database.ownerUrl);
  await step(door, 'demonstration', () => prepareCounties(app, settings, database.ownerUrl, closing.signal));
  await step(door, 'styles', () => styles);
  const ears = listenToCommits(app, () => catchUp(app));
  closing.push(() => ears.close());
  if (door) await letIn(app, door, closing, web);
  if (settings.roles.includes('worker')) {
    const worker = await runWorker(app);
    closing.push(() => worker.stop());
  }
  // Before all else ends: what was asked is answered.
  if (door) closing.push(() => door.empty());
  const keepSmall = giveMemoryBack();
  closing.push(async () => keepSmall());
  say(`\n乡音已就绪 · Xiangyin is ready: ${settings.publicAddress}`);
  if (web) goOnBehind(app, closing);
}

// Beside a real county nothing of the demonstration is loaded; where a kill cut the first loading short, it goes on.
async function prepareCounties(app: App, settings: Settings, ownerUrl: string, signal: AbortSignal): Promise<void> {
  if (settings.demonstration && app.counties.all().every((county) => county.demonstration))
    await loadDemonstration(app, { ownerUrl, say, signal });
  await holdClocks(app);
}

// Without the role `web` only texts are written together here: no page, no other route but whether the process is well.
async function letIn(app: App, door: Door, closing: Closing, web: boolean): Promise<void> {
  const site: ServerOptions = web ? portalOptions(app) : { socketsOnly: true, mount: (into) => mountHealth(app, into) };
  const server = await buildServer(app, {
    ...site,
    async mount(into) {
      await site.mount?.(into);
      mountMetrics(app, into);
    },
    attach: (listener) => door.admit(listener),
  });
  await server.ready();
  await door.open();
  const counts = keepCounts(app);
  closing.push(() => counts.stop());
  closing.push(() => server.close());
}

// Something may have been missed, or there is a county that was not there before.
function catchUp(app: App): void {
  emptyPageCache(app);
  for (const county of app.counties.all())
    replant(app, county.id).catch((error: unknown) =>
      app.log.warn('places could not be read again', { error: error instanceof Error ? error : undefined }),
    );
}

// What the first page does not need: the rest of the demonstration, the console, the program as one file for the next start. People use the county meanwhile.
function goOnBehind(app: App, closing: Closing): void {
  const { signal } = closing;
  // The progress page says that it failed; the reason stands in the log, for whoever looks after the server.
  const unlessStopped = (what: string, tell: (app: App) => void) => (error: unknown) => {
    if (signal.aborted) return;
    app.log.error(what, { error: error instanceof Error ? error : undefined });
    tell(app);
  };
  const behind = Promise.all([
    continueDemonstration(app, { say, signal, onPictures: (done, of) => tellPictures(app, done, of) }).catch(
      unlessStopped('the demonstration could not be completed', tellPicturesFailed),
    ),
    buildRest(app, signal)
      .catch(unlessStopped('front ends could not be built', tellBuildFailed))
      .then(() => buildProgram({ signal, givesWay: true }))
      .catch(unlessStopped('the program could not be made one file; the next start takes longer', () => {})),
  ]);
  closing.push(() => behind);
}

async function buildRest(app: App, signal: AbortSignal): Promise<void> {
  const wasStale = await buildFrontEnds({
    signal,
    givesWay: true,
    onProgress(progress) {
      tellBuild(app, progress);
      say(
        progress.state === 'building'
          ? `正在构建 · building ${progress.name}`
          : `已构建 · built ${progress.name} (${progress.done}/${progress.of})`,
      );
      // Pages rendered before a build name no styles of it.
      if (progress.state === 'built') frontEndsChanged(app);
    },
  });
  // Another process may have built what this one waited for.
  if (wasStale) frontEndsChanged(app);
}
