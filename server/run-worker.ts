import type { App } from '#platform/app';
import { JobClaims } from '#platform/job-claims';
import { openJobs, relayOutbox, runRecurring, workSubscriptions } from '#platform/jobs';
import { kernelWork } from '#platform/kernel-work';

/** Starts the worker role: relay, subscriptions, recurring work. `stop` lets running work end. */
export async function runWorker(app: App): Promise<{ stop(): Promise<void> }> {
  const boss = await openJobs(app, { work: true });
  const claims = new JobClaims(app);
  const wake = await workSubscriptions(app, boss, claims);
  claims.keepPuttingBack();
  const relay = runRelay(app, () => relayOutbox(app, boss, wake));
  const recurring = runRecurring(app, [...kernelWork, ...app.modules.flatMap((module) => module.recurring ?? [])]);
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
