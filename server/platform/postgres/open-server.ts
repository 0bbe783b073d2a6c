import { setTimeout as pause } from 'node:timers/promises';
import { asSuperuser, type Reach } from './connection.ts';
import { initialiseData } from './initialise.ts';
import { readPostmaster, removeStaleNotes } from './postmaster-file.ts';
import { ensureRoles } from './roles.ts';
import { launchServer } from './server-process.ts';

/** How a server is to be started. */
export interface Launch {
  durable: boolean;
  logFile: string;
  log: (line: string) => void;
}

/** Milliseconds of each step of a start; absent steps were not needed. */
export interface Took {
  initialise?: number;
  launch?: number;
  total: number;
}

/** After kill -9 the dead server's children hold its memory for about a second, and a new one refuses to start beside them. */
const RETRY_FOR_MILLISECONDS = 10_000;

/** Joins the server of this place when it runs, else makes its data folder if need be and starts it, and puts the roles right.
 *  `reach.port` is where to listen; the answer's, where it listens. Call it under the start lock. */
export async function openServer(
  reach: Reach,
  launch: Launch,
  took: Took,
): Promise<{ port: number; pid: number; reused: boolean }> {
  const running = await findRunning(reach);
  if (running !== null) return { ...running, reused: true };
  took.initialise = await milliseconds(async () => {
    if (await initialiseData(reach.placement, { ...launch, password: reach.password })) {
      launch.log(`PostgreSQL: data folder made (${reach.placement.dataDirectory}).`);
    }
  });
  let started = { port: reach.port, pid: 0 };
  took.launch = await milliseconds(async () => {
    started = await launchWithRetry(reach, launch);
  });
  await asSuperuser(reach, (client) => ensureRoles(client, reach.password));
  return { ...started, reused: false };
}

async function findRunning(reach: Reach): Promise<{ port: number; pid: number } | null> {
  await removeStaleNotes(reach.placement, reach.port);
  const postmaster = await readPostmaster(reach.placement.dataDirectory);
  if (postmaster === null) return null;
  try {
    await asSuperuser({ ...reach, port: postmaster.port }, (client) => ensureRoles(client, null));
    return postmaster;
  } catch {
    return null;
  }
}

async function launchWithRetry(reach: Reach, launch: Launch): Promise<{ port: number; pid: number }> {
  const deadline = performance.now() + RETRY_FOR_MILLISECONDS;
  for (let attempt = 1; ; attempt++) {
    try {
      return await launchServer(reach.placement, { ...launch, port: reach.port });
    } catch (error) {
      if (performance.now() > deadline || !isStillBeingCleanedUp(error)) throw error;
      if (attempt === 1) launch.log('PostgreSQL: cleaning up after an unclean end, one moment.');
      await pause(100);
      const running = await findRunning(reach);
      if (running !== null) return running;
    }
  }
}

function isStillBeingCleanedUp(error: unknown): boolean {
  return error instanceof Error && /shared memory block|lock file/.test(error.message);
}

async function milliseconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
