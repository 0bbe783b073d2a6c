import { hostname } from 'node:os';
import { join } from 'node:path';
import { runningInstances } from '../../server/platform/instance.ts';

// What the program says of itself is enough: to read the settings takes a busy machine half of the five seconds that a health check has.
const varDirectory = process.env['XIANGYIN_VAR'] ?? join(import.meta.dirname, '..', '..', 'var');

/** Whether the process of this container answers; one that listens to nobody, whether all its work has begun. Notes of other containers on the same volume name processes that are not here. */
async function isHealthy(): Promise<boolean> {
  for (const [name, { port, host, isAtWork }] of await runningInstances(varDirectory)) {
    if (host !== hostname()) continue;
    if (name.startsWith('instance-worker') && !name.includes('collab')) return isAtWork === true;
    return (await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4_000) })).ok;
  }
  return false;
}

process.exitCode = await isHealthy().then(
  (healthy) => (healthy ? 0 : 1),
  () => 1,
);
