import { randomBytes } from 'node:crypto';

/** Which PostgreSQL: our own, or one whose two addresses were given. */
export type DatabaseSetting =
  | { readonly kind: 'embedded' }
  | {
      readonly kind: 'given';
      /** Signs in as the application's role, which owns nothing. */
      readonly appUrl: string;
      /** Signs in as the owner of the database, for migrate, backup and restore. */
      readonly adminUrl: string;
      /** A server that follows it, for the application's role: public pages are read there. Null: from the primary like all else. */
      readonly replicaUrl: string | null;
    };

/** Decides from the addresses. With only one of them, or the same role in both, `problem` says how to make the other (SQL to paste). */
export function databaseSetting(
  appUrl: string | undefined,
  adminUrl: string | undefined,
  replicaUrl?: string,
): DatabaseSetting | { problem: string } {
  if (appUrl === undefined && adminUrl === undefined)
    return replicaUrl === undefined ? { kind: 'embedded' } : { problem: replicaAlone };
  if (adminUrl === undefined) return { problem: missingOwner(appUrl ?? '') };
  if (appUrl === undefined) return { problem: missingAppRole(adminUrl) };
  if (new URL(appUrl).username === new URL(adminUrl).username) return { problem: sameRole(adminUrl) };
  if (replicaUrl !== undefined && new URL(replicaUrl).username !== new URL(appUrl).username)
    return { problem: otherRoleOnReplica };
  return { kind: 'given', appUrl, adminUrl, replicaUrl: replicaUrl ?? null };
}

const replicaAlone = [
  '设置了 DATABASE_REPLICA_URL，却没有 DATABASE_URL：只有自己的 PostgreSQL 才能有副本，程序自带的没有。',
  'DATABASE_REPLICA_URL is set without DATABASE_URL: only a PostgreSQL of your own can have a replica, the built-in one has none.',
].join('\n');

// Row-level security does not hold for the owner there either.
const otherRoleOnReplica = [
  'DATABASE_REPLICA_URL 与 DATABASE_URL 要用同一个角色：副本上的角色就是主库上的角色。',
  'DATABASE_REPLICA_URL and DATABASE_URL must use the same role: the roles of a replica are those of its primary.',
].join('\n');

function missingOwner(appUrl: string): string {
  const { role, password, database, address } = newRole(appUrl, 'xiangyin_owner');
  return [
    '设置了 DATABASE_URL，还缺 DATABASE_ADMIN_URL：表由另一个角色拥有，程序自己的角色什么也不拥有。',
    'DATABASE_URL is set, DATABASE_ADMIN_URL is missing: the tables belong to another role, so that the application itself owns nothing.',
    '请以数据库管理员身份执行 · Paste this as the administrator of the database (psql):',
    '',
    `  CREATE ROLE ${role} LOGIN PASSWORD '${password}';`,
    `  GRANT ${role} TO CURRENT_USER;`,
    `  ALTER DATABASE ${database} OWNER TO ${role};`,
    `  ALTER ROLE ${identifier(new URL(appUrl).username)} NOSUPERUSER NOBYPASSRLS;`,
    '',
    '然后设置 · Then set:',
    `  DATABASE_ADMIN_URL=${address}`,
  ].join('\n');
}

function missingAppRole(adminUrl: string): string {
  return [
    '设置了 DATABASE_ADMIN_URL，还缺 DATABASE_URL：程序要用一个什么也不拥有的角色登录。',
    'DATABASE_ADMIN_URL is set, DATABASE_URL is missing: the application signs in as a role that owns nothing.',
    ...makeAppRole(adminUrl),
  ].join('\n');
}

function sameRole(adminUrl: string): string {
  return [
    'DATABASE_URL 和 DATABASE_ADMIN_URL 用的是同一个角色；表的拥有者不受行级安全约束，所以必须是两个。',
    'DATABASE_URL and DATABASE_ADMIN_URL use the same role; row-level security does not hold for the owner of the tables, so there must be two.',
    ...makeAppRole(adminUrl),
  ].join('\n');
}

function makeAppRole(adminUrl: string): string[] {
  const { role, password, database, address } = newRole(adminUrl, 'xiangyin_app');
  return [
    '请以数据库管理员身份执行 · Paste this as the administrator of the database (psql):',
    '',
    `  CREATE ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '${password}';`,
    `  GRANT CONNECT ON DATABASE ${database} TO ${role};`,
    '',
    '然后设置 · Then set:',
    `  DATABASE_URL=${address}`,
  ];
}

function newRole(
  otherUrl: string,
  role: string,
): { role: string; password: string; database: string; address: string } {
  const url = new URL(otherUrl);
  const password = randomBytes(18).toString('base64url');
  const database = identifier(url.pathname.slice(1));
  url.username = role;
  url.password = password;
  return { role, password, database, address: url.href };
}

function identifier(encoded: string): string {
  return `"${decodeURIComponent(encoded).replaceAll('"', '""')}"`;
}
