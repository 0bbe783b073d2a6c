import type pg from 'pg';
import type { CommandCall } from '#platform/manifest';
import type { Finding } from './finding.ts';

/** What the doctor sees of the server of DATABASE_REPLICA_URL; nothing without the setting. */
export async function lookAtReplica({ app }: Pick<CommandCall, 'app'>): Promise<Finding[]> {
  if (!app.replica) return [];
  const primary = await read(app.pool);
  const replica = await read(app.replica.pool).catch((error: unknown) => String(error));
  if (typeof replica === 'string')
    return [
      {
        ok: false,
        what: `副本不应答，公开页面读主库 · the replica does not answer, public pages are read from the primary: ${replica}`,
        remedy:
          '看副本的日志和 pg_hba.conf；地址写在 DATABASE_REPLICA_URL · look at its log and pg_hba.conf; the address stands in DATABASE_REPLICA_URL',
      },
    ];
  return [
    {
      ok: replica.standby && replica.system === primary.system,
      what: '副本跟随的是这个主库 · the replica follows this very primary',
      remedy:
        '用 pg_basebackup 从主库重做（流复制，不是逻辑复制） · make it anew from the primary with pg_basebackup (streaming, not logical replication)',
    },
    {
      ok: replica.role === primary.role && !replica.mayTooMuch,
      what: '在副本上也用程序自己的角色 · on the replica too the program’s own role is used',
      remedy: 'DATABASE_REPLICA_URL 与 DATABASE_URL 用同一个角色 · use the same role as in DATABASE_URL',
    },
    {
      ok: replica.counties === primary.counties && replica.behindMilliseconds < 10_000,
      what: `副本有 ${replica.counties} 个县，落后 ${replica.behindMilliseconds} 毫秒 · the replica has ${replica.counties} counties and is ${replica.behindMilliseconds} ms behind`,
      remedy:
        '看 pg_stat_replication 和副本的日志；落后时公开页面读主库 · look at pg_stat_replication and the replica’s log; while it is behind, public pages are read from the primary',
    },
  ];
}

interface Server {
  standby: boolean;
  system: string;
  role: string;
  mayTooMuch: boolean;
  counties: number;
  behindMilliseconds: number;
}

// Where everything received is replayed, nothing is missing, however long ago the last commit was.
async function read(pool: pg.Pool): Promise<Server> {
  const answer = await pool.query<Server>(
    `select pg_is_in_recovery() as standby, (select system_identifier::text from pg_control_system()) as system, r.rolname as role,
            r.rolbypassrls or r.rolsuper or exists (select 1 from pg_class c where c.relowner = r.oid) as "mayTooMuch",
            (select count(*)::int from platform.counties) as counties,
            case when not pg_is_in_recovery() or pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() then 0
                 else coalesce(round(extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000), 0) end::int as "behindMilliseconds"
       from pg_roles r where r.rolname = current_user`,
  );
  const server = answer.rows[0];
  if (!server) throw new Error('the server does not know the role it let in');
  return server;
}
