import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyBundle, usableBundle, type Bundle } from './bundle.ts';
import { makePrivateDirectory, shortHash, socketDirectoryFor } from './private-directory.ts';
import { chooseRunAs, type RunAs } from './run-as.ts';

/** Where a server's parts lie and as whom it runs. */
export interface Placement {
  runAs: RunAs;
  bundle: Bundle;
  dataDirectory: string;
  /** Null when the server listens on loopback instead (Windows). */
  socketDirectory: string | null;
}

/** Where root keeps what another user must reach: a checkout under a folder of mode 0700 is out of that user's reach. */
const REACHABLE = '/var/lib/xiangyin';

/** Decides where the server of `directory` lives, and makes its folders (mode 0700).
 *  That is elsewhere only when root may not use a user namespace; then `directory` keeps a note of it, and `log` is told once. */
export async function choosePlacement(
  directory: string,
  { useSocket, log }: { useSocket: boolean; log: (line: string) => void },
): Promise<Placement> {
  makePrivateDirectory(directory);
  const bundle = await usableBundle(directory);
  const noted = notedHome(directory);
  const home = noted ?? directory;
  const runAs = chooseRunAs(join(home, 'data'));
  if (runAs.kind !== 'user') return placedIn(home, { runAs, bundle, useSocket });
  if (noted === null && existsSync(join(directory, 'data'))) return placedIn(directory, { runAs, bundle, useSocket });
  const outside = noted ?? placeOutside(directory, runAs, log);
  return placedIn(outside, { runAs, bundle: await copyBundle(bundle, REACHABLE), useSocket });
}

function placedIn(
  home: string,
  { runAs, bundle, useSocket }: { runAs: RunAs; bundle: Bundle; useSocket: boolean },
): Placement {
  const socketDirectory = useSocket ? socketDirectoryFor(home, runAs.kind === 'user' ? runAs : undefined) : null;
  return { runAs, bundle, dataDirectory: join(home, 'data'), socketDirectory };
}

function placeOutside(directory: string, runAs: RunAs & { kind: 'user' }, log: (line: string) => void): string {
  const home = join(REACHABLE, shortHash(directory));
  log(
    `Root may not use a user namespace here, so PostgreSQL runs as the user "${runAs.name}" and its data lie in ${home}.`,
  );
  mkdirSync(REACHABLE, { recursive: true, mode: 0o755 });
  chmodSync(REACHABLE, 0o755);
  makePrivateDirectory(home, runAs);
  writeFileSync(noteIn(directory), home, { mode: 0o600 });
  return home;
}

function notedHome(directory: string): string | null {
  return existsSync(noteIn(directory)) ? readFileSync(noteIn(directory), 'utf8').trim() : null;
}

function noteIn(directory: string): string {
  return join(directory, 'data-lie-in');
}
