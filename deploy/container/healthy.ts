import { instanceName, runningInstance } from '../../server/platform/instance.ts';
import { readSettings, ROLES } from '../../server/platform/settings.ts';

/** Whether the process of this container answers; one that listens to nobody, whether all its work has begun. */
async function isHealthy(): Promise<boolean> {
  const { roles, port, varDirectory } = readSettings();
  if (roles.includes('web') || roles.includes('collab'))
    return (await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4_000) })).ok;
  const name = instanceName({ roles, port, allRoles: ROLES.length });
  return (await runningInstance(varDirectory, name))?.isAtWork === true;
}

process.exitCode = await isHealthy().then(
  (healthy) => (healthy ? 0 : 1),
  () => 1,
);
