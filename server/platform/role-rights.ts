import type pg from 'pg';

/** What keeps the rows of other counties from being hidden from a role; all is well where neither is. */
export interface RoleRights {
  /** It may pass by row security. */
  readonly passes: boolean;
  /** A table that it owns, itself or through a role it belongs to; null: none. */
  readonly owned: string | null;
}

/** What the role of this connection may do that the program's must not. */
export async function rightsOfRole(connection: {
  query(text: string): Promise<pg.QueryResult<{ passes: boolean; owned: string | null }>>;
}): Promise<RoleRights> {
  const { rows } = await connection.query(
    `select r.rolsuper or r.rolbypassrls as passes,
            (select min(n.nspname || '.' || c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                and pg_has_role(current_user, c.relowner, 'member')) as owned
       from pg_roles r where r.rolname = current_user`,
  );
  return rows[0] ?? { passes: false, owned: null };
}
