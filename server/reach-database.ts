import pg from 'pg';
import { versionOf } from '#platform/database-version';
import { ExplainedError } from '#platform/explained-error';

/** Signs in once by an address that was given, so that a wrong one, or a database that is too old, is told in plain words at once; answers its major version. Throws ExplainedError with host, database and role, never the password. */
export async function reachDatabase(name: 'DATABASE_URL' | 'DATABASE_ADMIN_URL', address: string): Promise<number> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while it is being given up is no news.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await versionOf(client, placeOf(new URL(address)));
  } catch (error) {
    if (error instanceof ExplainedError) throw error;
    throw new ExplainedError(explanation(name, new URL(address), error), { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

const placeOf = ({ host, pathname }: URL): string => `${host}${decodeURIComponent(pathname)}`;

function explanation(name: string, address: URL, error: unknown): string {
  const where = placeOf(address);
  const role = decodeURIComponent(address.username);
  const why = error instanceof Error && error.message !== '' ? error.message : String(error);
  return [
    `连不上数据库 ${where}（角色 ${role}）：${why}`,
    `请看 PostgreSQL 是不是在跑，${name} 里的地址、库名、角色和密码对不对。`,
    `The database ${where} (role ${role}) cannot be reached: ${why}`,
    `See whether PostgreSQL runs, and whether address, database, role and password in ${name} are right.`,
  ].join('\n');
}
