import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { App } from '#platform/app';
import { mayTryAgain } from '#platform/database';
import { ExplainedError } from '#platform/explained-error';
import { failpoint } from '#platform/failpoints';
import { forgetAllJobs } from '#platform/jobs';

/** Where a demonstration keeps the passwords of its accounts. */
export const demonstrationAccountsFile = (varDirectory: string): string => join(varDirectory, 'demo-accounts.json');

/** Empties an installation that holds nothing but demonstrations: all rows of all owned tables, by the owner, in one statement that needs no order of foreign keys.
 *  The county's keys stay: signatures that somebody took home can still be checked. Throws ExplainedError where a real county exists. */
export async function emptyDemonstration(app: App, ownerUrl: string): Promise<void> {
  mustBeDemonstration(app);
  await truncate(ownerUrl, ['platform.counties'], ['platform.signing_keys'], () => Promise.resolve());
  for (const county of app.counties.all()) await app.files.empty(county.id);
  await app.counties.reload();
}

/** Removes demonstrations for good, so that a real county can be opened in their place: rows, keys, files, mail that was never sent, the list of their accounts. Broken off before its end, it leaves the rows, and is done again whole.
 *  Throws ExplainedError where a real county exists. */
export async function removeDemonstration(app: App, ownerUrl: string): Promise<void> {
  mustBeDemonstration(app);
  await truncate(ownerUrl, ['platform.counties', 'platform.backups'], [], async () => {
    const { varDirectory } = app.settings;
    for (const county of app.counties.all()) await app.files.empty(county.id);
    await app.keys.destroyAll();
    for (const left of ['spool', 'work', join('cache', 'drawn')])
      await rm(join(varDirectory, left), { recursive: true, force: true });
    await rm(demonstrationAccountsFile(varDirectory), { force: true });
  });
  await app.counties.reload();
}

function mustBeDemonstration(app: App): void {
  const real = app.counties.all().find((county) => !county.demonstration);
  if (real)
    throw new ExplainedError(
      `这里有真实的县（${real.slug}），不能重置演示 · A real county (${real.slug}) lives here; the demonstration is not reset beside it`,
    );
}

async function truncate(
  ownerUrl: string,
  also: readonly string[],
  except: readonly string[],
  beforeCommit: () => Promise<void>,
): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'xiangyin-demo-reset' });
  await owner.connect();
  try {
    const tables = (await ownedTables(owner)).filter((table) => !except.includes(table));
    await beginWith(owner, `truncate ${[...tables, ...also].join(', ')}`);
    await forgetAllJobs(owner);
    await beforeCommit();
    await failpoint('demonstration-removed');
    await owner.query('commit');
  } finally {
    await owner.end();
  }
}

const mostTries = 30;

// A program beside it holds tables while we wait for others: PostgreSQL then ends one of the two. We come again; its work is short.
async function beginWith(owner: pg.Client, statement: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await owner.query('begin');
    try {
      await owner.query(statement);
      return;
    } catch (error) {
      await owner.query('rollback');
      if (!mayTryAgain(error) || tries === mostTries) throw error;
    }
  }
}

async function ownedTables(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'county_id' and not a.attisdropped
      where c.relkind in ('r', 'p') and n.nspname not in ('public', 'jobs') and n.nspname !~ '^pg_' order by 1`,
  );
  return rows.map((row) => row.name);
}
