import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '#platform/app';
import { ClockWatch } from '#platform/clock-watch';
import { JobClaims } from '#platform/job-claims';
import { openJobs } from '#platform/jobs';
import { runRecurring } from '#platform/recurring';
import { relayOutbox } from '#platform/relay';
import { workSubscriptions } from '#platform/work-subscriptions';
import { kernelWork } from '#platform/kernel-work';

/** Work that runs until it is stopped; `stop` lets what runs end. */
interface Work {
  stop(): Promise<void>;
}

/** How long after a failed beginning it is tried again, in milliseconds. */
const againMilliseconds = 5_000;

/** Starts the worker role: relay, subscriptions, recurring work. While the disk is nearly full all of it rests but what tells somebody of it. */
export async function runWorker(app: App): Promise<Work> {
  const stopping = new AbortController();
  const watch = new ClockWatch(app);
  let work = await beginWork(app, watch);
  let changing: Promise<void> = Promise.resolve();
  const change = async (): Promise<void> => {
    await work.stop();
    work = { stop: async () => undefined };
    work = await beginUntilItDoes(app, watch, stopping.signal);
  };
  app.room.onChange(() => {
    changing = changing.then(change);
  });
  return {
    async stop() {
      stopping.abort();
      watch.close();
      await changing;
      await work.stop();
    },
  };
}

const beginWork = (app: App, watch: ClockWatch): Promise<Work> =>
  app.room.isShort ? beginWithoutRoom(app, watch) : beginWhole(app, watch);

async function beginUntilItDoes(app: App, watch: ClockWatch, stop: AbortSignal): Promise<Work> {
  while (!stop.aborted) {
    try {
      return await beginWork(app, watch);
    } catch (error) {
      app.log.error('the work could not be taken up again', { error: error instanceof Error ? error : undefined });
      await pause(againMilliseconds, undefined, { signal: stop }).catch(() => undefined);
    }
  }
  return { stop: async () => undefined };
}

const recurringOf = (app: App) => [...kernelWork, ...app.modules.flatMap((module) => module.recurring ?? [])];

const beginWithoutRoom = async (app: App, watch: ClockWatch): Promise<Work> =>
  runRecurring(
    app,
    recurringOf(app).filter((one) => one.withoutRoom),
    watch,
  );

async function beginWhole(app: App, watch: ClockWatch): Promise<Work> {
  const boss = await openJobs(app, { work: true });
  const claims = new JobClaims(app);
  const wake = await workSubscriptions(app, boss, claims);
  claims.keepPuttingBack();
  const relay = runRelay(app, async () => {
    await app.rightOfWay.give();
    return relayOutbox(app, boss, wake);
  });
  const recurring = runRecurring(app, recurringOf(app), watch);
  return {
    async stop() {
      await relay.stop();
      await recurring.stop();
      await boss.stop({ graceful: true, timeout: 3_000 });
      await claims.close();
    },
  };
}

/** The answer to the act, and the reader who waits for what it published, go before its consequences. */
const answerFirstMilliseconds = 100;

// Wakes shortly after this process emitted something, and every second for what others emitted.
function runRelay(app: App, relay: () => Promise<number>): { stop(): Promise<void> } {
  let stopped = false;
  let wanted = true;
  let wake: () => void = () => undefined;
  app.onRelayWanted(() => {
    wanted = true;
    wake();
  });
  const loop = (async () => {
    while (!stopped) {
      if (!wanted)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, 1_000);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, answerFirstMilliseconds));
      wanted = false;
      await relay().catch((error: unknown) =>
        app.log.warn('relay failed; trying again', { error: error instanceof Error ? error : undefined }),
      );
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake();
      await loop;
    },
  };
}
