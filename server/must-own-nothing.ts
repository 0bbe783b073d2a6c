import pg from 'pg';
import { ExplainedError } from '#platform/explained-error';
import { rightsOfRole } from '#platform/role-rights';
import type { RoleRights } from '#platform/role-rights';

/** Refuses a role that rows of other counties are not hidden from: one that owns tables, or belongs to their owner, or may pass by row security. Throws ExplainedError with the SQL that mends it. */
export async function mustOwnNothing(appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const rights = await rightsOfRole(client);
    if (rights.passes || rights.owned) throw new ExplainedError(explanation(appUrl, rights));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function explanation(appUrl: string, { passes, owned }: RoleRights): string {
  const role = pg.escapeIdentifier(decodeURIComponent(new URL(appUrl).username));
  return [
    passes
      ? `DATABASE_URL 的角色 ${role} 能绕过行级隔离，一个县会看见另一个县的数据。`
      : `DATABASE_URL 的角色 ${role} 拥有表（如 ${owned}），行级隔离对它不起作用。`,
    passes
      ? `The role ${role} of DATABASE_URL passes by row security: one county could see another's rows.`
      : `The role ${role} of DATABASE_URL owns tables (such as ${owned}): row security does not hold for it.`,
    '请以数据库管理员身份执行 · Paste this as the administrator of the database (psql):',
    '',
    ...(passes
      ? [`  ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS;`]
      : [`  REASSIGN OWNED BY ${role} TO <DATABASE_ADMIN_URL 的角色 · role of DATABASE_ADMIN_URL>;`]),
    '',
    '或者换一个什么也不拥有的角色 · or name a role that owns nothing.',
  ].join('\n');
}
