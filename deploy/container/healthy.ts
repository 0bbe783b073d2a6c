import { runningInstances } from '../../server/platform/instance.ts';
import { readSettings } from '../../server/platform/settings.ts';

/** Whether the process of this container answers; one that listens to nobody, whether all its work has begun. Notes of other containers on the same volume name processes that are not here. */
async function isHealthy(): Promise<boolean> {
  const { roles, port, varDirectory } = readSettings();
  if (roles.includes('web') || roles.includes('collab'))
    return (await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4_000) })).ok;
  return [...(await runningInstances(varDirectory)).values()].some(({ isAtWork }) => isAtWork === true);
}

process.exitCode = await isHealthy().then(
  (healthy) => (healthy ? 0 : 1),
  () => 1,
);
