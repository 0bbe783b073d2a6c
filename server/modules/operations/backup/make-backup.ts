import { lstat, mkdir, opendir, readdir, readFile, rm } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type pg from 'pg';
import type { App } from '#platform/app';
import { ExplainedError } from '#platform/explained-error';
import { keepBackup } from '#platform/backups';
import { archiveFormats, archiveName, memberNames } from './archive.ts';
import type { ArchiveHead, ArchiveTable } from './archive.ts';
import { copyOut, ownTables } from './copy-out.ts';
import { withOwner } from './owner.ts';
import { readKeyFiles, sealKeys } from './sealed-keys.ts';
import { ArchiveWriter } from './write-archive.ts';

/** How a backup is to be made. */
export interface BackupRequest {
  readonly ownerUrl: string;
  readonly folder: string;
  /** Null: the keys are left out. */
  readonly passphrase: string | null;
  readonly nightly: boolean;
  readonly signal?: AbortSignal;
  progress(line: string): void;
}
/** What a backup came to. `rowBytes`: of the rows before they were compressed. */
export interface BackupReport {
  readonly path: string;
  readonly bytes: number;
  readonly rows: number;
  readonly rowBytes: number;
  readonly files: number;
}

/** Writes everything that cannot be made again into one archive: all rows as they were at one moment, all files, the keys encrypted. People go on working meanwhile; memory stays flat.
 *  Throws ExplainedError while another backup runs, without a county, and on a full disk; then nothing is left behind. */
export async function makeBackup(app: App, request: BackupRequest): Promise<BackupReport> {
  const county = app.counties.all()[0];
  if (!county) throw new ExplainedError('还没有县，没有可备份的 · There is no county yet, nothing to back up');
  const beganAt = app.clock.now();
  const path = join(request.folder, archiveName(county.slug, beganAt, request.nightly));
  try {
    const report = await withOwner(request.ownerUrl, (owner) => writeArchive(app, owner, request, path));
    await keepBackup(app, record('whole', report, []));
    return report;
  } catch (error) {
    const told = request.signal?.aborted ? stopped() : explained(error);
    if (!(told instanceof AnotherRuns)) await keepBackup(app, record('failed', { bytes: 0, rows: 0 }, [told.message]));
    throw told;
  }
  function record(outcome: 'whole' | 'failed', { bytes, rows }: { bytes: number; rows: number }, faults: string[]) {
    const withKeys = request.passphrase !== null;
    return {
      kind: 'backup',
      archive: basename(path),
      beganAt,
      endedAt: app.clock.now(),
      outcome,
      bytes,
      rows,
      withKeys,
      faults,
    } as const;
  }
}

/** Somebody else is at it. */
class AnotherRuns extends ExplainedError {}

async function writeArchive(app: App, owner: pg.Client, request: BackupRequest, path: string): Promise<BackupReport> {
  await mustBeAlone(owner);
  await mkdir(request.folder, { recursive: true, mode: 0o700 });
  await removeHalfArchives(request.folder);
  const archive = await ArchiveWriter.open(path, request.signal);
  try {
    return await fillArchive(app, owner, archive, request);
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

async function fillArchive(
  app: App,
  owner: pg.Client,
  archive: ArchiveWriter,
  request: BackupRequest,
): Promise<BackupReport> {
  // The first question fixes the moment. Row security that would hide rows from a backup is an error instead.
  await owner.query(
    'begin isolation level repeatable read, read only; set local row_security = off; set local statement_timeout = 0',
  );
  const keys =
    request.passphrase === null
      ? null
      : await sealKeys(await readKeyFiles(app.settings.varDirectory), request.passphrase);
  await archive.add(memberNames.head, Buffer.from(JSON.stringify(await headOf(app, owner, keys !== null))));
  if (keys) await archive.add(memberNames.keys, keys);
  const tables: ArchiveTable[] = [];
  for (const table of await ownTables(owner)) {
    const copied = await copyOut(owner, archive, table);
    tables.push(copied);
    if (copied.rows > 0) request.progress(`  ${copied.name}: ${copied.rows}`);
  }
  await owner.query('rollback');
  const files = await addFiles(app, archive);
  request.progress(`  文件 · files: ${files}`);
  await archive.finish(tables);
  const sum = (of: (table: ArchiveTable) => number): number => tables.reduce((all, one) => all + of(one), 0);
  return {
    path: archive.path,
    bytes: archive.bytes,
    rows: sum(({ rows }) => rows),
    rowBytes: sum(({ bytes }) => bytes),
    files,
  };
}

const headOf = async (app: App, owner: pg.Client, withKeys: boolean): Promise<ArchiveHead> => ({
  format: archiveFormats.installation,
  ...(await originOf(app, owner)),
  counties: app.counties.all().map(({ id, slug }) => ({ id, slug })),
  keys: withKeys ? 'sealed' : 'left-out',
});

/** What an archive says of where and when it was made. */
export async function originOf(
  app: App,
  owner: pg.Client,
): Promise<Pick<ArchiveHead, 'product' | 'version' | 'madeAt' | 'postgres' | 'migrations'>> {
  const migrations = await owner.query<{ name: string; hash: string }>(
    'select name, hash from public.migrations order by name',
  );
  const [server] = (await owner.query<{ version: string }>(`select current_setting('server_version') as version`)).rows;
  return {
    product: 'xiangyin',
    version: await productVersion(),
    madeAt: app.clock.now().toISOString(),
    postgres: server?.version ?? '',
    migrations: migrations.rows,
  };
}

async function productVersion(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '..', '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

// After the rows: a file is stored before the row that names it is committed. Caches and renditions in `cache`, work in progress and the database's own folder are left out.
async function addFiles(app: App, archive: ArchiveWriter): Promise<number> {
  let count = 0;
  for await (const { key, bytes, stream } of app.files.all()) {
    await archive.addStream(memberNames.file(key), bytes, stream);
    count += 1;
  }
  const spool = join(app.settings.varDirectory, 'spool');
  for await (const path of filesBelow(spool)) {
    const { size } = await lstat(path);
    const name = memberNames.spool(relative(spool, path).replaceAll(sep, '/'));
    await archive.addStream(name, size, createReadStream(path, { end: Math.max(0, size - 1) }));
    count += 1;
  }
  return count;
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await opendir(folder, { recursive: true }).catch(() => undefined);
  if (!entries) return;
  for await (const entry of entries)
    if (entry.isFile() && !entry.name.endsWith('.part')) yield join(entry.parentPath, entry.name);
}

/** One archive is written or read at a time, as long as the connection lasts. Throws ExplainedError. */
export async function mustBeAlone(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ got: boolean }>('select pg_try_advisory_lock(771200) as got');
  if (rows[0]?.got !== true)
    throw new AnotherRuns(
      '另一份备份或恢复正在进行，等它做完再来 · Another backup or restore is running; come again when it is done',
    );
}

// Of a backup that was killed: nobody else writes here while the lock is ours.
async function removeHalfArchives(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (/^xiangyin-.*\.tar\.part$/.test(name)) await rm(join(folder, name), { force: true });
}

/** Somebody stopped it. */
export const stopped = (): ExplainedError =>
  new ExplainedError('备份停下了，没有留下半份 · The backup was stopped; no half of one is left');

/** As a person who keeps a machine understands it. */
export function explained(error: unknown): Error {
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
    return new ExplainedError(
      '备份没有做成：磁盘满了，半份已经删去。请腾出空间，或用 --to 换一个地方 · No backup was made: the disk is full, the half of it was removed. Make room, or name another folder with --to',
      { cause: error },
    );
  return error instanceof Error ? error : new Error(String(error));
}
