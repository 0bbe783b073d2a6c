import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { sha256 } from './canonical.ts';
import { noticesTheEnd } from './database.ts';
import { ExplainedError } from './explained-error.ts';
import { jobTablesFor, migrateJobs } from './jobs.ts';

const ownFolder = join(import.meta.dirname, '..', 'migrations');

/** Applies what is missing of migrations/*.sql, each in one transaction, by the owner; then the job tables and the app role's rights to them.
 *  With `only`, those of these names and no other: the state of an earlier release. `folder`: where they lie; the program's own unless said.
 *  Returns the names applied now. Throws ExplainedError for one that fails, of which nothing stays; those before it do. Throws when a migration that was applied has changed since. */
export async function migrate(
  ownerUrl: string,
  options: { appRole: string; subscribers: readonly string[]; only?: ReadonlySet<string>; folder?: string },
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'xiangyin-migrate', ...noticesTheEnd });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(771000)');
    await client.query(
      'create table if not exists public.migrations (name text primary key, hash text not null, applied_at timestamptz not null)',
    );
    const applied = await applyMissing(client, options);
    await bringJobs(client, ownerUrl, options);
    return applied;
  } finally {
    await client.end();
  }
}

/** What of migrations/*.sql a database has not had yet; `none`: it has had nothing at all. */
export async function migrationsMissing(
  ownerUrl: string,
): Promise<{ readonly missing: number; readonly none: boolean }> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'xiangyin-migrate', ...noticesTheEnd });
  await client.connect();
  try {
    const known = await client.query(`select to_regclass('public.migrations') is not null as begun`);
    const done = known.rows[0]?.begun
      ? await client.query<{ name: string }>('select name from public.migrations')
      : null;
    const names = new Set(done?.rows.map((row) => row.name));
    const missing = (await readMigrations()).filter(({ name }) => !names.has(name)).length;
    return { missing, none: names.size === 0 };
  } finally {
    await client.end();
  }
}

async function applyMissing(
  client: pg.Client,
  { appRole, only, folder }: { appRole: string; only?: ReadonlySet<string>; folder?: string },
): Promise<string[]> {
  const done = new Map(
    (await client.query<{ name: string; hash: string }>('select name, hash from public.migrations')).rows.map((row) => [
      row.name,
      row.hash,
    ]),
  );
  const applied: string[] = [];
  for (const { name, text } of await readMigrations(folder)) {
    if (only && !only.has(name)) continue;
    const hash = sha256(text);
    const before = done.get(name);
    if (before !== undefined && before !== hash)
      throw new Error(`migration ${name} was changed after it had been applied to this database`);
    if (before !== undefined) continue;
    await apply(client, name, text, hash, appRole);
    applied.push(name);
  }
  return applied;
}

async function apply(client: pg.Client, name: string, text: string, hash: string, appRole: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`select set_config('xiangyin.app_role', $1, true)`, [appRole]);
    await client.query(text);
    await client.query('insert into public.migrations (name, hash, applied_at) values ($1, $2, $3)', [
      name,
      hash,
      new Date(),
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new ExplainedError(
      `数据库没有升级成，停在 ${name} 之前，这一步什么也没有留下。换回上一版，照常启动；把下面这句话告诉做程序的人 · The database was not brought up to date: it stands before ${name}, of which nothing stayed. Go back to the version before and start it as ever; tell whoever makes the program:\n  ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

/** The migrations of a folder, the program's own unless said, in their order. */
export async function readMigrations(folder = ownFolder): Promise<{ name: string; text: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}

// What they were made for stands at their schema: most starts find nothing to do, and asking queue by queue takes longer than all the rest.
async function bringJobs(
  client: pg.Client,
  ownerUrl: string,
  { appRole, subscribers }: { appRole: string; subscribers: readonly string[] },
): Promise<void> {
  const wanted = `${jobTablesFor(subscribers)}, for ${appRole}`;
  // A copy brought from elsewhere may have the note without the rights.
  const { rows } = await client.query<{ made: string | null; granted: boolean | null }>(
    `select obj_description(to_regnamespace('jobs'), 'pg_namespace') as made,
       has_schema_privilege(to_regrole($1)::oid, to_regnamespace('jobs')::oid, 'usage') as granted`,
    [client.escapeIdentifier(appRole)],
  );
  if (rows[0]?.made === wanted && rows[0].granted) return;
  await migrateJobs(ownerUrl, subscribers);
  await grantJobs(client, appRole);
  await client.query(`comment on schema jobs is ${client.escapeLiteral(wanted)}`);
}

async function grantJobs(client: pg.Client, appRole: string): Promise<void> {
  const role = client.escapeIdentifier(appRole);
  await client.query(
    `grant usage on schema jobs to ${role}; grant select, insert, update, delete on all tables in schema jobs to ${role}; grant usage on all sequences in schema jobs to ${role}; grant execute on all functions in schema jobs to ${role}`,
  );
}
