import pg from 'pg';
import { findConverter } from '#media';
import { tryMailServer } from '#notices';
import type { Command, CommandCall } from '#platform/manifest';
import { frontEndsAreFresh } from '#platform/front-ends';
import { timeOf } from '#platform/ids';
import { readMigrations } from '#platform/migrate';
import { inCounty } from '#platform/transaction';
import type { Tx } from '#platform/transaction';
import type { Finding } from './finding.ts';
import { lookAtAddress } from './look-at-address.ts';
import { lookAtBackups } from './look-at-backups.ts';
import { lookAtDeliveries } from './look-at-deliveries.ts';
import { disk, files, keys, pictureCredential, sealing } from './look-at-installation.ts';
import { lookAtProvider } from './look-at-provider.ts';
import { ports } from './look-at-ports.ts';
import { lookAtReplica } from './look-at-replica.ts';
import { lookAtWork } from './look-at-work.ts';

/** `cli doctor`: what is wrong with the set-up, in plain words with the remedy. */
export const doctor: Command = {
  name: 'doctor',
  summary: '看看装得对不对，哪里不对、怎么办 · What is wrong with the set-up, and what to do',
  usage: 'doctor',
  owner: true,
  async run(call) {
    const findings = await lookAround(call);
    for (const one of findings)
      call.say(`${one.ok ? '✓' : '✗'} ${one.what}${one.ok || !one.remedy ? '' : `\n    → ${one.remedy}`}`);
    const bad = findings.filter((one) => !one.ok).length;
    call.say(bad === 0 ? '\n一切正常 · All is well' : `\n${bad} 处要处理 · ${bad} to look at`);
    return bad === 0 ? 0 : 1;
  },
};

/** Looks at everything; what is well is among the findings too. */
export async function lookAround(call: CommandCall): Promise<Finding[]> {
  const looks = [
    disk,
    files,
    converter,
    pictureCredential,
    database,
    lookAtReplica,
    roles,
    migrations,
    rowSecurity,
    keys,
    lookAtBackups,
    clock,
    clockWas,
    ports,
    lookAtAddress,
    failpoints,
    frontEnds,
    mail,
    lookAtDeliveries,
    lookAtProvider,
    counties,
    lookAtWork,
    sealing,
  ];
  return (await Promise.all(looks.map((look) => lookSafely(look, call)))).flat();
}

type Look = (call: CommandCall) => Finding | Finding[] | Promise<Finding | Finding[]>;

// Where one look fails, the others still say what they see.
async function lookSafely(look: Look, call: CommandCall): Promise<Finding | Finding[]> {
  try {
    return await look(call);
  } catch (error) {
    return {
      ok: false,
      what: `没能看：${look.name} · could not look at ${look.name}: ${error instanceof Error ? error.message : String(error)}`,
      remedy: '先处理其他几处，再看一次 · put the others right, then look again',
    };
  }
}

function converter({ app }: CommandCall): Finding {
  const there = findConverter(app.settings);
  return {
    ok: there !== undefined,
    what: there
      ? `声音和视频能转换（${there.ffmpeg}） · sound and video can be converted`
      : '声音和视频不能转换：没有 ffmpeg · sound and video cannot be converted: there is no ffmpeg',
    remedy:
      '装上 ffmpeg（Debian：apt install ffmpeg），或用 FFMPEG_PATH 写明它在哪里；原件都存着，装上后会自己转 · install ffmpeg, or say with FFMPEG_PATH where it is; originals are kept and converted then',
  };
}

async function asOwner<T>(
  call: CommandCall,
  question: string,
  read: (rows: Record<string, unknown>[]) => T,
): Promise<T> {
  const client = new pg.Client({ connectionString: call.ownerUrl });
  await client.connect();
  try {
    return read((await client.query(question)).rows);
  } finally {
    await client.end();
  }
}

const database = (call: CommandCall): Promise<Finding> =>
  asOwner(call, 'show server_version_num', ([row]) => {
    const version = Math.trunc(Number(row?.['server_version_num']) / 10_000);
    return {
      ok: version >= 15 && version <= 18,
      what: `PostgreSQL ${version}`,
      remedy: '用 15 到 18 版 · use version 15 to 18',
    };
  });

async function roles(call: CommandCall): Promise<Finding[]> {
  const app = await call.app.pool.query<{ name: string; bypass: boolean; owns: number }>(
    `select r.rolname as name, r.rolbypassrls or r.rolsuper as bypass, (select count(*)::int from pg_class c where c.relowner = r.oid) as owns from pg_roles r where r.rolname = current_user`,
  );
  const owner = await asOwner(call, 'select current_user as name', ([row]) => String(row?.['name']));
  const role = app.rows[0];
  return [
    {
      ok: role?.name !== owner,
      what: '程序与表的主人是两个角色 · program and owner are two roles',
      remedy: 'DATABASE_URL 与 DATABASE_ADMIN_URL 要用不同的角色 · give them different roles',
    },
    {
      ok: role?.bypass === false && role.owns === 0,
      what: '程序的角色不拥有表，也不能绕过行级隔离 · the program’s role owns nothing and cannot bypass row security',
      remedy: 'ALTER ROLE … NOSUPERUSER NOBYPASSRLS; REASSIGN OWNED',
    },
  ];
}

async function migrations(call: CommandCall): Promise<Finding> {
  const applied = await asOwner(
    call,
    'select name from public.migrations',
    (rows) => new Set(rows.map((row) => String(row['name']))),
  );
  const missing = (await readMigrations()).filter((one) => !applied.has(one.name));
  return {
    ok: missing.length === 0,
    what: `数据表是这个版本 · tables are of this version${missing.length > 0 ? ` (${missing.map((one) => one.name).join(', ')})` : ''}`,
    remedy: 'npm run cli -- migrate',
  };
}

const rowSecurity = (call: CommandCall): Promise<Finding> =>
  asOwner(
    call,
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'county_id' and not a.attisdropped
      where c.relkind in ('r', 'p') and not c.relrowsecurity and obj_description(c.oid, 'pg_class') is distinct from 'reference table' and n.nspname not in ('pg_catalog', 'information_schema', 'jobs')`,
    (rows) => ({
      ok: rows.length === 0,
      what: `每张表都按县隔离 · every table is kept apart by county${rows.length > 0 ? `: ${rows.map((row) => String(row['name'])).join(', ')}` : ''}`,
      remedy: 'npm run cli -- migrate',
    }),
  );

async function clock({ app }: CommandCall): Promise<Finding> {
  const answer = await app.pool.query<{ now: Date }>('select clock_timestamp() as now');
  const apart = Math.abs((answer.rows[0]?.now.getTime() ?? 0) - app.clock.now().getTime());
  return {
    ok: apart < 2_000,
    what: `时钟与数据库相差 ${apart} 毫秒 · clock and database differ by ${apart} ms`,
    remedy: '开启时间同步（NTP） · turn on time synchronisation',
  };
}

/** So much earlier a clock may stand than the last record without having been wrong. */
const clocksApartMilliseconds = 60_000;

// With the built-in database the clock above is the same one. The id of a record begins with the time at which it was made.
async function clockWas({ app }: CommandCall): Promise<Finding> {
  let last = 0;
  for (const county of app.counties.all())
    last = Math.max(last, await inCounty(app, county, (ctx) => ctx.transaction((tx) => lastRecordAt(tx))));
  const ahead = last - Date.now();
  return {
    ok: ahead < clocksApartMilliseconds,
    what:
      ahead < clocksApartMilliseconds
        ? '没有将来的记录，时钟没有倒走 · no record is of the future, the clock was not set back'
        : `最近的记录是 ${new Date(last).toISOString()} 的，现在才 ${new Date().toISOString()}：时钟现在慢了，或那时快了 · the last record is of ${new Date(last).toISOString()}, and it is only ${new Date().toISOString()}: the clock is behind now, or was ahead then`,
    remedy:
      '看 timedatectl，开启时间同步（NTP）。那时快了的，不用改：先后次序由链保证 · look at timedatectl and turn on time synchronisation (NTP). If it was ahead, leave the records: the chain says what came after what',
  };
}

async function lastRecordAt(tx: Tx): Promise<number> {
  const [last] = await tx.named<{ id: string }>(
    'operations.last-audit',
    'select id from platform.audit where county_id = $1 order by id desc limit 1',
    [tx.countyId],
  );
  return last ? timeOf(last.id) : 0;
}

const failpoints = (): Finding => ({
  ok: !process.env['XIANGYIN_FAILPOINTS'],
  what: '没有打开测试用的断点 · no test failpoints are set',
  remedy: '去掉 XIANGYIN_FAILPOINTS · unset it',
});

async function frontEnds(): Promise<Finding> {
  return {
    ok: await frontEndsAreFresh(),
    what: '页面、控制台和手机入口是这个版本 · pages, console and phone entry are built from this version',
    remedy: '运行一次 npm start，它会构建 · run npm start once: it builds them',
  };
}

async function mail({ app }: CommandCall): Promise<Finding> {
  if (!app.settings.smtpUrl)
    return {
      ok: app.counties.all().every((county) => county.demonstration),
      what: '邮件只写到 var/spool/mail · mail is only written to var/spool/mail',
      remedy: '设置 SMTP_URL · set SMTP_URL',
    };
  const problem = await tryMailServer(app);
  return {
    ok: problem === null,
    what:
      problem === null
        ? '邮件经 SMTP 寄出，服务器有回应 · mail goes out by SMTP, the server answers'
        : `邮件服务器现在不收 · the mail server takes nothing now: ${problem}`,
    remedy:
      '看 SMTP_URL 的地址、端口、用户和密码，以及到那里的网络；信都等着，好了自己寄出 · look at address, port, user and password in SMTP_URL and the network to it; letters wait and leave by themselves',
  };
}

function counties({ app }: CommandCall): Finding[] {
  const all = app.counties.all();
  const mixed = all.some((county) => county.demonstration) && all.some((county) => !county.demonstration);
  return [
    {
      ok: all.length > 0,
      what: `${all.length} 个县 · counties`,
      remedy:
        'npm run cli -- county add，或带演示 npm start · open one with county add, or start with the demonstration',
    },
    {
      ok: !mixed,
      what: '没有把演示和真实的县放在一起 · no demonstration beside a real county',
      remedy: '演示县要单独安装 · keep the demonstration in an installation of its own',
    },
  ];
}
