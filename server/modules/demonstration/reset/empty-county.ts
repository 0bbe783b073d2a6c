import pg from 'pg';
import type { App } from '#platform/app';
import { ExplainedError } from '#platform/explained-error';
import { forgetAllJobs } from '#platform/jobs';

/** Empties an installation that holds nothing but demonstrations: all rows of all owned tables, by the owner, in one statement that needs no order of foreign keys.
 *  The county's keys stay: signatures that somebody took home can still be checked. Throws ExplainedError where a real county exists. */
export async function emptyDemonstration(app: App, ownerUrl: string): Promise<void> {
  const real = app.counties.all().find((county) => !county.demonstration);
  if (real)
    throw new ExplainedError(
      `这里有真实的县（${real.slug}），不能重置演示 · A real county (${real.slug}) lives here; the demonstration is not reset beside it`,
    );
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'xiangyin-demo-reset' });
  await owner.connect();
  try {
    await owner.query('begin');
    const tables = await ownedTables(owner);
    await owner.query(`truncate ${[...tables, 'platform.counties'].join(', ')}`);
    await forgetAllJobs(owner);
    await owner.query('commit');
  } finally {
    await owner.end();
  }
  for (const county of app.counties.all()) await app.files.empty(county.id);
  await app.counties.reload();
}

async function ownedTables(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'county_id' and not a.attisdropped
      where c.relkind in ('r', 'p') and n.nspname not in ('public', 'jobs') and n.nspname !~ '^pg_' and (n.nspname, c.relname) <> ('platform', 'signing_keys') order by 1`,
  );
  return rows.map((row) => row.name);
}
