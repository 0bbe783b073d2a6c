import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ExplainedError } from '../explained-error.ts';
import { releaseLockFile, takeLockFile } from '../lock-file.ts';
import { identityOf } from '../process-identity.ts';

const WAIT_AT_MOST_MILLISECONDS = 90_000;

/** Lets one process at a time start or stop the server in `directory`; the others wait for it. A lock whose holder was killed does not count. */
export async function withStartLock<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const path = join(directory, 'start.lock');
  const deadline = performance.now() + WAIT_AT_MOST_MILLISECONDS;
  for (let holder; (holder = await takeLockFile(path, identityOf())) !== null; await pause(25)) {
    if (performance.now() < deadline) continue;
    throw new ExplainedError(
      `Process ${holder.pid} has held ${path} for ${WAIT_AT_MOST_MILLISECONDS / 1000} s. End it and start again.`,
    );
  }
  try {
    return await work();
  } finally {
    await releaseLockFile(path);
  }
}
