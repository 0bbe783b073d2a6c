import { mkdir } from 'node:fs/promises';
import { ExplainedError } from '#platform/explained-error';
import { buildFrontEnds } from '#platform/front-ends';
import { alreadyRunning, claimInstance, instanceName } from '#platform/instance';
import { requireFreePort } from '#platform/port';
import { readSettings, ROLES } from '#platform/settings';
import type { Settings } from '#platform/settings';
import { hasStarter, onStopSignal } from '#platform/stop-signals';
import { together } from '#platform/together';
import { openDatabase } from './open-database.ts';
import { openDoor } from './open-door.ts';
import type { Door } from './open-door.ts';
import { say, step } from './tell-start.ts';

/** Starts the program in the roles asked for: door open at once with a progress page, then database, migrations, modules, worker. */
async function main(): Promise<void> {
  const settings = readSettings();
  await mkdir(settings.varDirectory, { recursive: true, mode: 0o700 });
  const name = instanceName({ roles: settings.roles, port: settings.port, allRoles: ROLES.length });
  const claimed = await claimInstance(settings.varDirectory, {
    port: settings.port,
    address: settings.publicAddress,
    name,
    comesBack: hasStarter() && process.platform !== 'win32',
  });
  if ('running' in claimed) return say(alreadyRunning(claimed.running));
  const closing: (() => Promise<unknown>)[] = [() => claimed.claim.release()];
  onStopSignal(
    async () => {
      await claimed.claim.markEnding();
      for (const close of closing.toReversed()) await close();
    },
    { onFailure: tellFailure },
  );
  try {
    await start(settings, closing);
    await claimed.claim.markAtWork();
  } catch (error) {
    await claimed.claim.release();
    throw error;
  }
}

async function start(settings: Settings, closing: (() => Promise<unknown>)[]): Promise<void> {
  const web = settings.roles.includes('web');
  const listens = web || settings.roles.includes('collab');
  if (listens) await requireFreePort(settings);
  // One of several processes: until it is ready, the others answer.
  const opensLate = settings.roles.length < ROLES.length;
  const door = listens ? await openDoor(settings, { opensLate }) : undefined;
  if (door) closing.push(() => door.close());
  try {
    await startBehind(door, settings, closing);
  } catch (error) {
    await door?.fail();
    throw error;
  }
}

async function startBehind(
  door: Door | undefined,
  settings: Settings,
  closing: (() => Promise<unknown>)[],
): Promise<void> {
  // The first page needs its styles: they are built while the database starts.
  const styles = door ? buildFrontEnds({ only: 'site' }) : Promise.resolve(false);
  styles.catch(() => undefined);
  const opened = step(door, 'database', () => openDatabase(settings, say)).then((database) => {
    closing.push(() => database.close());
    return database;
  });
  // Two thousand files are read while PostgreSQL starts.
  const [database, { runProgram }] = await together(opened, import('./run-program.ts'));
  await runProgram(door, { settings, database, styles, closing });
}

function tellFailure(error: unknown): void {
  const known = error instanceof ExplainedError;
  process.stderr.write(
    `${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
}

try {
  await main();
} catch (error) {
  tellFailure(error);
  process.exit(1);
}
