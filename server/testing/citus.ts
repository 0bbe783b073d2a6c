import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const folder = join(import.meta.dirname, '../../deploy/citus');

/** A script of deploy/citus as psql would send it with `-v app_role=…`. */
export const citusScript = (name: string, appRole: string): string =>
  readFileSync(join(folder, name), 'utf8')
    .replaceAll(':"app_role"', `"${appRole}"`)
    .replaceAll(":'app_role'", `'${appRole}'`);

/** Distributes the tables of a database that was just migrated, as deploy/citus says. `url` leads there as superuser of the coordinator. Throws what the check finds. */
export async function distribute(url: string, appRole: string): Promise<void> {
  const superuser = new pg.Client({ connectionString: url });
  await superuser.connect();
  try {
    await superuser.query(citusScript('distribute.sql', appRole));
    const { rows } = await superuser.query<{ fault: string; at: string }>(citusScript('check.sql', appRole));
    if (rows.length > 0) throw new Error(rows.map(({ fault, at }) => `${fault}: ${at}`).join('\n'));
  } finally {
    await superuser.end();
  }
}
