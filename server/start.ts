import { mkdir } from 'node:fs/promises';
import { noteVersion } from '#platform/database-version';
import { diskWords } from '#platform/disk-words';
import { ExplainedError } from '#platform/explained-error';
import { buildFrontEnds } from '#platform/front-ends';
import { alreadyRunning, claimInstance, instanceName } from '#platform/instance';
import { requireFreePort } from '#platform/port';
import { readSettings, ROLES } from '#platform/settings';
import type { Settings } from '#platform/settings';
import { hasStarter, onStopSignal } from '#platform/stop-signals';
import { together } from '#platform/together';
import { Closing } from './closing.ts';
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
    amongOthers: settings.roles.length < ROLES.length && !settings.roles.includes('web'),
  });
  if ('running' in claimed) return say(alreadyRunning(claimed.running));
  const { claim } = claimed;
  const closing = new Closing();
  const atLast: (() => void)[] = [];
  let starting: Promise<void> = Promise.resolve();
  onStopSignal(
    async () => {
      await claim.markEnding();
      await closing.closeAll(starting);
      await claim.release();
    },
    { onFailure: tellFailure, atLast: () => atLast.forEach((act) => act()) },
  );
  starting = start(settings, { closing, atLast });
  try {
    await starting;
    if (!closing.signal.aborted) await claim.markAtWork();
  } catch (error) {
    // Told to end before it was ready: whoever closes leaves.
    if (closing.signal.aborted) return;
    await claim.release();
    throw error;
  }
}

/** What is closed when the program ends; and what is done without waiting where there was no time for that. */
interface Ends {
  readonly closing: Closing;
  readonly atLast: (() => void)[];
}

async function start(settings: Settings, { closing, atLast }: Ends): Promise<void> {
  const web = settings.roles.includes('web');
  const listens = web || settings.roles.includes('collab');
  if (listens) await requireFreePort(settings);
  // One of several processes: until it is ready, the others answer.
  const opensLate = settings.roles.length < ROLES.length;
  const door = listens ? await openDoor(settings, { opensLate }) : undefined;
  if (door) closing.push(() => door.close());
  try {
    await startBehind(door, settings, { closing, atLast });
  } catch (error) {
    if (!closing.signal.aborted) await door?.fail();
    throw error;
  }
}

async function startBehind(door: Door | undefined, settings: Settings, { closing, atLast }: Ends): Promise<void> {
  // The first page needs its styles: they are built while the database starts.
  const styles = door ? buildFrontEnds({ only: 'site', signal: closing.signal }) : Promise.resolve(false);
  styles.catch(() => undefined);
  const opened = step(door, 'database', () => openDatabase(settings, say)).then(async (database) => {
    if (database.version !== null) await noteVersion(settings.varDirectory, database.version, say);
    atLast.push(() => database.closeAtOnce());
    closing.push(() => database.close());
    return database;
  });
  // Two thousand files are read while our PostgreSQL starts. One that was given is reached first: a machine that is busy with the reading would not see it answer in time.
  const ready = settings.database.kind === 'given' ? opened.then(() => undefined) : Promise.resolve();
  const [database, { runProgram }] = await together(
    opened,
    ready.then(() => import('./run-program.ts')),
  );
  await runProgram(door, { settings, database, styles, closing });
}

function tellFailure(error: unknown): void {
  const known = error instanceof ExplainedError ? error.message : diskWords(error);
  process.stderr.write(`${known ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
}

// Where what is said goes to a file, its disk may run full; whoever read it may be gone. People are served all the same, and it is heard again when there is room.
for (const words of [process.stdout, process.stderr]) words.on('error', () => undefined);

try {
  await main();
} catch (error) {
  tellFailure(error);
  process.exit(1);
}
