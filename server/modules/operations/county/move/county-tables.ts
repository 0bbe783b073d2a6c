import type pg from 'pg';
import type { OwnTable } from '../../backup/copy-out.ts';

/** The tables whose rows belong to a county, without the column that names it, in an order in which they can be filled: what a key points at comes first, unless that key may be checked at the end.
 *  Throws where tables wait for each other. */
export async function countyTables(owner: pg.Client): Promise<OwnTable[]> {
  const { rows: tables } = await owner.query<OwnTable>(
    `select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) filter (where a.attname <> 'county_id') as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'jobs', 'public')
        and coalesce(obj_description(c.oid, 'pg_class'), '') <> 'reference table'
        and exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'county_id' and not k.attisdropped)
      group by 1 order by 1`,
  );
  return inOrder(tables, await linksBetween(owner));
}

interface Link {
  readonly from: string;
  readonly to: string;
}

async function linksBetween(owner: pg.Client): Promise<Link[]> {
  const { rows } = await owner.query<Link>(
    `select distinct fn.nspname || '.' || f.relname as from, tn.nspname || '.' || t.relname as to
       from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_namespace fn on fn.oid = f.relnamespace
       join pg_class t on t.oid = c.confrelid join pg_namespace tn on tn.oid = t.relnamespace
      where c.contype = 'f' and not c.condeferrable and c.conrelid <> c.confrelid`,
  );
  return rows;
}

function inOrder(tables: readonly OwnTable[], links: readonly Link[]): OwnTable[] {
  const ordered: OwnTable[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const names = new Set(left.map(({ name }) => name));
    const blocked = new Set(links.filter(({ to }) => names.has(to)).map(({ from }) => from));
    const ready = left.filter(({ name }) => !blocked.has(name));
    if (ready.length === 0)
      throw new Error(`these tables wait for each other, and no key of theirs is deferrable: ${[...names].join(', ')}`);
    ordered.push(...ready);
    left = left.filter(({ name }) => blocked.has(name));
  }
  return ordered;
}
