import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MILLISECONDS = 250;
const AFTER_A_FAILED_TRY_MILLISECONDS = 2_000;

/** Looks after something that must run: when `isAlive` says no, `revive` is called until it succeeds. Does not hold the process open. `stop` waits for a try under way. */
export function keepRunning({
  isAlive,
  revive,
  onFailure,
}: {
  isAlive: () => boolean;
  revive: () => Promise<void>;
  onFailure: (error: unknown) => void;
}): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const watching = (async () => {
    while (!stopped.signal.aborted) {
      const failed = !isAlive() && !(await succeeds(revive, onFailure));
      await sleep(failed ? AFTER_A_FAILED_TRY_MILLISECONDS : LOOK_EVERY_MILLISECONDS, stopped.signal);
    }
  })();
  return {
    async stop() {
      stopped.abort();
      await watching;
    },
  };
}

async function succeeds(act: () => Promise<void>, onFailure: (error: unknown) => void): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    onFailure(error);
    return false;
  }
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal, ref: false }).catch(() => {});
}
