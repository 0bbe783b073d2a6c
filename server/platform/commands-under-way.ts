import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readLockFile, releaseLockFile, rewriteLockFile } from './lock-file.ts';
import { identityOf, isStillRunning } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

/** A command at work beside the program, such as `backup`. */
export interface CommandUnderWay extends ProcessIdentity {
  readonly name: string;
}

const folderOf = (varDirectory: string): string => join(varDirectory, 'run');

/** Says that this process runs a command on the folder, so that the files it runs from are not exchanged meanwhile; answers how to say that it is over. One that is killed does not count. */
export async function noteCommand(varDirectory: string, name: string): Promise<() => Promise<void>> {
  const path = join(folderOf(varDirectory), `command-${process.pid}.json`);
  await mkdir(folderOf(varDirectory), { recursive: true, mode: 0o700 });
  await rewriteLockFile<CommandUnderWay>(path, { ...identityOf(), name });
  return () => releaseLockFile(path);
}

/** The commands that run on the folder. */
export async function commandsUnderWay(varDirectory: string): Promise<CommandUnderWay[]> {
  const files = await readdir(folderOf(varDirectory)).catch(() => []);
  const noted = await Promise.all(
    files
      .filter((file) => /^command-\d+\.json$/.test(file))
      .map((file) => readLockFile<CommandUnderWay>(join(folderOf(varDirectory), file))),
  );
  return noted.filter((one) => one !== null).filter((one) => isStillRunning(one));
}
