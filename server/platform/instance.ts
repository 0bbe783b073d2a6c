import { mkdir, readdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readLockFile, releaseLockFile, rewriteLockFile, takeLockFile } from './lock-file.ts';
import { identityOf, isStillRunning, type ProcessIdentity } from './process-identity.ts';

/** A running program of this folder, as it says of itself in `var/run/`. */
export interface Instance extends ProcessIdentity {
  port: number;
  address: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  /** It was told to end and is on its way out. */
  isEnding: boolean;
  /** All its roles have begun; left out by versions that did not say it. */
  isAtWork?: boolean;
  /** Whoever started it starts it again when it is told to come back (SIGUSR2): then also on other sources. */
  comesBack: boolean;
  /** The machine or container; elsewhere its process number means another. Left out by versions that did not say it. */
  host?: string;
}

/** Our hold on the folder. */
export interface InstanceClaim {
  /** Says that all roles of this program have begun. */
  markAtWork(): Promise<void>;
  /** Says that this program is on its way out: a new start then waits instead of pointing to it. */
  markEnding(): Promise<void>;
  /** The very last act. */
  release(): Promise<void>;
}

const WAIT_FOR_ENDING_MILLISECONDS = 10_000;

/** Claims the folder for this process, or answers the program that already runs there. One that was killed does not count; one that is ending is waited for.
 *  `name` tells apart several processes with different roles on one folder (see {@link instanceName}). `amongOthers`: others like it may run beside it; it takes the next free number (`instance-worker-2`). */
export async function claimInstance(
  varDirectory: string,
  {
    port,
    address,
    name = 'instance',
    comesBack = false,
    amongOthers = false,
  }: { port: number; address: string; name?: string; comesBack?: boolean; amongOthers?: boolean },
): Promise<{ claim: InstanceClaim } | { running: Instance }> {
  let path = await instancePath(varDirectory, name);
  let mine: Instance = {
    ...identityOf(),
    port,
    address,
    startedAt: new Date().toISOString(),
    isEnding: false,
    isAtWork: false,
    comesBack,
    host: hostname(),
  };
  const deadline = performance.now() + WAIT_FOR_ENDING_MILLISECONDS;
  let number = 1;
  for (;;) {
    const isElsewhere = amongOthers && (await isOfElsewhere(path));
    const running = isElsewhere ? undefined : await takeLockFile(path, mine);
    if (running === null) break;
    if (running?.isEnding && performance.now() <= deadline) {
      await pause(50);
      continue;
    }
    if (running && !amongOthers) return { running };
    number += 1;
    path = await instancePath(varDirectory, `${name}-${number}`);
  }
  const mark = (more: Partial<Instance>): Promise<void> => {
    mine = { ...mine, ...more };
    return rewriteLockFile(path, mine);
  };
  return {
    claim: {
      markAtWork: () => mark({ isAtWork: true }),
      markEnding: () => mark({ isEnding: true }),
      release: () => releaseLockFile(path),
    },
  };
}

// Whether it still runs cannot be seen from here: a volume that several containers share.
async function isOfElsewhere(path: string): Promise<boolean> {
  const noted = await readLockFile<Instance>(path);
  return noted?.host !== undefined && noted.host !== hostname();
}

/** The program that runs on this folder; null when none does. */
export async function runningInstance(varDirectory: string, name = 'instance'): Promise<Instance | null> {
  const found = await readLockFile<Instance>(await instancePath(varDirectory, name));
  return found !== null && isStillRunning(found) ? found : null;
}

/** Every program that runs on this folder, by its name. */
export async function runningInstances(varDirectory: string): Promise<Map<string, Instance>> {
  const files = await readdir(join(varDirectory, 'run')).catch(() => []);
  const all = new Map<string, Instance>();
  for (const file of files.filter((one) => /^instance[^.]*\.json$/.test(one))) {
    const name = file.replace(/\.json$/, '');
    const found = await runningInstance(varDirectory, name);
    if (found) all.set(name, found);
  }
  return all;
}

/** Any program that runs on this folder, in whatever roles; null when none does. */
export async function anyInstance(varDirectory: string): Promise<Instance | null> {
  return [...(await runningInstances(varDirectory)).values()][0] ?? null;
}

/** `instance` for the whole program; a process with only some of the roles gets a name of its own, so that several can share a folder. Those without `web` share one and are numbered ({@link claimInstance}). */
export function instanceName({
  roles,
  port,
  allRoles,
}: {
  roles: readonly string[];
  port: number;
  allRoles: number;
}): string {
  return roles.length === allRoles
    ? 'instance'
    : `instance-${roles.join('-')}${roles.includes('web') ? `-${port}` : ''}`;
}

/** What a second start says: that the program runs already, where, and how to end it. Chinese and English. */
export function alreadyRunning({ address, pid, startedAt }: Instance): string {
  const since = startedAt.slice(0, 16).replace('T', ' ');
  return [
    `乡音已在运行：${address}（进程 ${pid}，自 ${since} UTC）。要停止它，在它的窗口按 Ctrl-C，或执行 kill ${pid}。`,
    `Xiangyin is already running: ${address} (process ${pid}, since ${since} UTC). To end it, press Ctrl-C in its window, or run: kill ${pid}`,
  ].join('\n');
}

async function instancePath(varDirectory: string, name: string): Promise<string> {
  const directory = join(varDirectory, 'run');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  return join(directory, `${name}.json`);
}
