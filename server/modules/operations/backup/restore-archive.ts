import { mkdir, rm } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { openApp } from '#platform/app';
import type { App, AppSettings } from '#platform/app';
import { sha256 } from '#platform/canonical';
import { ExplainedError } from '#platform/explained-error';
import { migrate, readMigrations } from '#platform/migrate';
import { ArchiveProblem, memberNames, newHash } from './archive.ts';
import type { ArchiveHead } from './archive.ts';
import { copyIn } from './copy-in.ts';
import { withOwner } from './owner.ts';
import { membersOf } from './read-archive.ts';
import type { Member, WholeArchive } from './read-archive.ts';
import { noteUnsettled, unsettledSince } from './unsettled.ts';

/** Where an archive goes. */
export interface Target {
  readonly ownerUrl: string;
  progress(line: string): void;
  /** Takes files and keys. */
  take(member: Member): Promise<void>;
}

/** Throws ArchiveProblem (newer, other-history) where this program cannot make the tables that the archive was taken from. */
export async function mustKnowTables({ migrations, version }: ArchiveHead): Promise<void> {
  const known = new Map((await readMigrations()).map(({ name, text }) => [name, sha256(text)]));
  for (const { name, hash } of migrations) {
    if (!known.has(name)) throw new ArchiveProblem('newer', `${version}, ${name}`);
    if (known.get(name) !== hash) throw new ArchiveProblem('other-history', name);
  }
}

/** Throws ExplainedError for a database that holds a county, or tables that are not ours. */
export async function mustBeEmpty(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ ours: boolean; foreign: string | null }>(
    `select to_regclass('platform.counties') is not null as ours,
            (select min(n.nspname || '.' || c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema') as foreign`,
  );
  const [there] = rows;
  if (!there?.ours && there?.foreign) throw notEmpty(there.foreign);
  if (!there?.ours) return;
  const counties = await owner.query<{ slug: string }>('select slug from platform.counties order by id limit 1');
  if (counties.rows[0]) throw notEmpty(counties.rows[0].slug);
}

/** Whether the database holds what a restore of this archive put there before it broke off. Throws ExplainedError where it was another archive, and as `mustBeEmpty` where there is anything else. */
export async function isHalfRestored(owner: pg.Client, archive: WholeArchive): Promise<boolean> {
  const since = await unsettledSince(owner);
  if (since === archive.head.madeAt) return true;
  if (since === null) await mustBeEmpty(owner);
  else
    throw new ExplainedError(
      `这里有一次没有做完的恢复，备份是 ${since} 的：用那一份再来一次，或 restore --recovered · A restore was broken off here, of the archive made at ${since}: give it again with that one, or restore --recovered`,
    );
  return false;
}

const notEmpty = (what: string): ExplainedError =>
  new ExplainedError(
    `这个数据库不是空的（${what}），什么都没有动。恢复要用空的：设另一个 XIANGYIN_VAR，或另建一个数据库 · This database is not empty (${what}); nothing was touched. Restore into an empty one: another XIANGYIN_VAR, or a new database`,
  );

/** Makes the tables as the archive's release had them, fills them, and brings them up to this release. All rows are in, counted against the manifest and every foreign key checked, or none. */
export async function restoreRows(app: App, archive: WholeArchive, target: Target): Promise<void> {
  const appRole = await roleOf(app);
  const subscribers = app.bus.allAfter().map(({ name }) => name);
  const names = new Set(archive.head.migrations.map(({ name }) => name));
  await withOwner(target.ownerUrl, async (owner) => {
    await mustBeEmpty(owner);
    if (await hasOtherTables(owner, names)) await dropEverything(owner);
  });
  await migrate(target.ownerUrl, { appRole, subscribers, only: names });
  await withOwner(target.ownerUrl, async (owner) => {
    await mustBeEmpty(owner);
    await copyIn(owner, membersOf(archive), archive.manifest.tables, {
      others: (member) => target.take(member),
      onTable: (name) => target.progress(`  ${name}`),
      lastly: () => noteUnsettled(owner, archive.head.madeAt),
    });
    await owner.query('analyze');
  });
  await migrate(target.ownerUrl, { appRole, subscribers });
}

const roleOf = async (app: App): Promise<string> =>
  (await app.pool.query<{ name: string }>('select current_user as name')).rows[0]?.name ?? '';

// Without a county there is nothing in them that is anybody's.
async function hasOtherTables(owner: pg.Client, wanted: ReadonlySet<string>): Promise<boolean> {
  const begun = await owner.query<{ is: boolean }>(`select to_regclass('public.migrations') is not null as is`);
  if (!begun.rows[0]?.is) return false;
  const { rows } = await owner.query<{ name: string }>('select name from public.migrations');
  return rows.length > 0 && (rows.length !== wanted.size || rows.some(({ name }) => !wanted.has(name)));
}

async function dropEverything(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select quote_ident(nspname) as name from pg_namespace where nspowner = current_user::regrole and nspname !~ '^pg_' and nspname <> 'public'`,
  );
  for (const { name } of rows) await owner.query(`drop schema ${name} cascade`);
  await owner.query('drop table public.migrations');
}

/** The restored county's program, on the archive's rows; close it afterwards. */
export function openRestored(app: App, changed: Pick<AppSettings, 'databaseUrl' | 'varDirectory'>): Promise<App> {
  const { replicaUrl: _, ...settings } = app.settings;
  return openApp({ ...settings, ...changed, poolSize: 4 }, app.modules, app.clock);
}

/** Puts files and spooled mail back where they were. Answers for each member whether it was one. */
export async function putFileBack(app: App, { name, stream }: Member): Promise<boolean> {
  const [, folder, key] = /^(files|spool)\/([\w.@/-]+)$/.exec(name) ?? [];
  if (!folder || !key || key.split('/').includes('..')) return false;
  const part = join(app.settings.varDirectory, 'work', 'restore', 'file.part');
  await mkdir(dirname(part), { recursive: true, mode: 0o700 });
  if (folder === 'spool') {
    const path = join(app.settings.varDirectory, 'spool', key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
    return true;
  }
  const hash = newHash();
  await pipeline(
    stream,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(part, { mode: 0o600 }),
  );
  await app.files.putBack(key, part, hash.digest('hex'));
  await rm(part, { force: true });
  return true;
}

/** Whether the member holds the keys. */
export const holdsKeys = ({ name }: Member): boolean => name === memberNames.keys;
