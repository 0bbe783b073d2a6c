import pg from 'pg';

/** Creates and owns the databases and their tables: migrate, backup, restore. Never used for a request. */
export const OWNER_ROLE = 'xiangyin_owner';
/** What the application signs in as: owns nothing, and row-level security holds for it. */
export const APP_ROLE = 'xiangyin_app';

/** Makes the two roles, or puts them right; with a password both may sign in with it. Runs as the superuser. */
export async function ensureRoles(client: pg.Client, password: string | null): Promise<void> {
  const found = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname in ($1, $2)', [
    OWNER_ROLE,
    APP_ROLE,
  ]);
  if (found.rowCount === 2 && password === null) return;
  const names = new Set(found.rows.map((row) => row.rolname));
  const secret = password === null ? '' : ` PASSWORD ${pg.escapeLiteral(password)}`;
  for (const [role, rights] of [
    [OWNER_ROLE, 'LOGIN CREATEDB NOCREATEROLE NOSUPERUSER NOBYPASSRLS'],
    [APP_ROLE, 'LOGIN NOCREATEDB NOCREATEROLE NOSUPERUSER NOBYPASSRLS'],
  ] as const) {
    await client.query(`${names.has(role) ? 'ALTER' : 'CREATE'} ROLE ${role} ${rights}${secret}`);
  }
}

/** Makes an empty database that belongs to the owner role and that only our two roles may enter, unless it exists; answers whether it was made. */
export async function ensureDatabase(client: pg.Client, name: string): Promise<boolean> {
  const found = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (found.rowCount) return false;
  const quoted = pg.escapeIdentifier(name);
  await client.query(`CREATE DATABASE ${quoted} OWNER ${OWNER_ROLE} TEMPLATE template0`).catch(ignoreMadeMeanwhile);
  await client.query(
    `REVOKE ALL ON DATABASE ${quoted} FROM PUBLIC; GRANT CONNECT ON DATABASE ${quoted} TO ${APP_ROLE}`,
  );
  return true;
}

function ignoreMadeMeanwhile(error: unknown): void {
  // 42P04 duplicate_database; 23505 when two callers are in the same instant.
  if (!(error instanceof pg.DatabaseError && (error.code === '42P04' || error.code === '23505'))) throw error;
}
