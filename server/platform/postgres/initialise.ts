import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ExplainedError } from '../explained-error.ts';
import { program } from './bundle.ts';
import type { Placement } from './placement.ts';
import { commandAs } from './run-as.ts';

const run = promisify(execFile);

/** The user that initdb makes; only this launcher signs in as it. */
export const SUPERUSER = 'postgres';

/** Makes the data folder of a new server (UTF-8, code-point order, Unicode letters, checksums), unless there is one.
 *  Works beside the final name and renames, so a start that was killed half-way leaves nothing behind. */
export async function initialiseData(
  placement: Placement,
  { durable, password }: { durable: boolean; password: string | null },
): Promise<boolean> {
  const { dataDirectory } = placement;
  if (existsSync(join(dataDirectory, 'PG_VERSION'))) {
    await requireSameMajor(placement);
    return false;
  }
  const unfinished = `${dataDirectory}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const passwordFile = password === null ? null : await writePasswordFile(placement, password);
  try {
    await runInitdb(placement, unfinished, { durable, passwordFile });
  } finally {
    if (passwordFile !== null) await rm(passwordFile, { force: true });
  }
  await rename(unfinished, dataDirectory);
  return true;
}

async function runInitdb(
  placement: Placement,
  target: string,
  { durable, passwordFile }: { durable: boolean; passwordFile: string | null },
): Promise<void> {
  const { command, args, credentials } = commandAs(placement.runAs, program(placement.bundle, 'initdb'), [
    `--pgdata=${target}`,
    `--username=${SUPERUSER}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    // On a socket the folder's mode is the lock; on loopback every user of the machine can knock, so there is a password.
    ...(passwordFile === null
      ? ['--auth-local=trust', '--auth-host=reject']
      : ['--auth=scram-sha-256', `--pwfile=${passwordFile}`]),
    ...(durable ? [] : ['--no-sync']),
  ]);
  try {
    // With TZ set, initdb does not compare some 600 zone files with the machine's clock.
    await run(command, args, { ...credentials, cwd: dirname(target), env: { ...process.env, TZ: 'UTC', LC_ALL: 'C' } });
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
    throw new ExplainedError(`PostgreSQL could not set up its data folder ${target}: ${said}`, { cause });
  }
}

async function requireSameMajor({ dataDirectory, bundle }: Placement): Promise<void> {
  const found = (await readFile(join(dataDirectory, 'PG_VERSION'), 'utf8')).trim();
  const expected = bundle.version.split('.')[0];
  if (found !== expected) {
    const former = `${dirname(dataDirectory)}-${found}`;
    throw new ExplainedError(
      [
        `${dataDirectory} 里的数据是 PostgreSQL ${found} 的，这个版本的乡音带的是 ${expected}，读不了；没有动它。`,
        `请用原来那个版本的乡音做一份备份（npm run cli -- backup --to=<文件夹>），把 ${dirname(dataDirectory)} 改名为 ${former} 留着，再用这个版本恢复：npm run cli -- restore <备份>。`,
        `The data in ${dataDirectory} are of PostgreSQL ${found}; this version of Xiangyin brings ${expected} and cannot read them. Nothing in there was touched.`,
        `Make a backup with the version of Xiangyin that you had (npm run cli -- backup --to=<folder>), keep ${dirname(dataDirectory)} under another name such as ${former}, and restore with this one: npm run cli -- restore <archive>.`,
      ].join('\n'),
    );
  }
}

async function writePasswordFile(placement: Placement, password: string): Promise<string> {
  const path = `${placement.dataDirectory}.password`;
  await writeFile(path, password, { mode: 0o600 });
  if (placement.runAs.kind === 'user') await chown(path, placement.runAs.uid, placement.runAs.gid);
  return path;
}
