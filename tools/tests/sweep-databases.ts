import pg from 'pg';
import type { TestServer } from '../../server/testing/server.ts';

/** Drops what killed test runs left behind: their copies, and every template but the newest. Does nothing while anybody else is connected, for then tests may be running. */
export async function sweepDatabases(server: TestServer): Promise<number> {
  const owner = new pg.Client({ connectionString: server.ownerUrl('postgres') });
  await owner.connect();
  try {
    const { rows: others } = await owner.query(
      `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
    );
    if (others.length > 0) return 0;
    const { rows: left } = await owner.query<{ name: string }>(
      `select datname as name from pg_database
        where datname ~ '^xy_(test|tables)_' or datname ~ '^xy_template_.*_draft$'
           or (datname ~ '^xy_template_' and oid < (select max(oid) from pg_database where datname ~ '^xy_template_' and datname !~ '_draft$'))`,
    );
    for (const { name } of left) await owner.query(`drop database if exists ${owner.escapeIdentifier(name)}`);
    return left.length;
  } finally {
    await owner.end();
  }
}
