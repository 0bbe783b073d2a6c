import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { ExplainedError } from './explained-error.ts';

/** The oldest PostgreSQL on which the tables can be made. */
export const leastVersion = 15;

/** The major version of a database. Throws ExplainedError for one that is too old: nothing has been written to it. */
export async function versionOf(client: pg.ClientBase, where: string): Promise<number> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
  const version = Math.trunc(Number(rows[0]?.server_version_num) / 10_000);
  if (version >= leastVersion) return version;
  throw new ExplainedError(
    [
      `数据库 ${where} 是 PostgreSQL ${version}，乡音要 ${leastVersion} 或更新的版本；没有动它。`,
      `请把它升级（pg_upgrade，或 pg_dumpall 再装到新版本里），再启动。`,
      `The database ${where} is PostgreSQL ${version}; Xiangyin needs ${leastVersion} or later. Nothing in it was touched.`,
      'Upgrade it (pg_upgrade, or pg_dumpall and load it into the later one), then start again.',
    ].join('\n'),
  );
}

/** Says when the database is of another major version than at the last start, and what to do then; keeps the version in the data folder for the next. */
export async function noteVersion(varDirectory: string, version: number, say: (line: string) => void): Promise<void> {
  const note = join(varDirectory, 'database-version');
  const before = Number((await readFile(note, 'utf8').catch(() => '')).trim());
  if (before === version) return;
  if (before > 0)
    say(
      [
        `! 数据库上次是 PostgreSQL ${before}，现在是 ${version}。升级以后请以数据库管理员身份执行 ANALYZE（vacuumdb --all --analyze-in-stages），不然查起来慢；再看 npm run cli -- doctor。`,
        `! The database was PostgreSQL ${before} at the last start and is ${version} now. After an upgrade run ANALYZE as its administrator (vacuumdb --all --analyze-in-stages), or it will be slow; then see npm run cli -- doctor.`,
      ].join('\n'),
    );
  await writeFile(note, `${version}\n`, { mode: 0o600 });
}
