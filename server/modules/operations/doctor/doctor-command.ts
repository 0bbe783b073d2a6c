import pg from 'pg';
import { findConverter } from '#media';
import { tryMailServer } from '#notices';
import type { Command, CommandCall } from '#platform/manifest';
import { stateOfFrontEnds } from '#platform/front-ends';
import { runningInstances } from '#platform/instance';
import { readMigrations } from '#platform/migrate';
import { leastVersion } from '#platform/database-version';
import { rightsOfRole } from '#platform/role-rights';
import type { Finding } from './finding.ts';
import { lookAtAddress } from './look-at-address.ts';
import { lookAtBackups } from './look-at-backups.ts';
import { lookAtClock } from './look-at-clock.ts';
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

/** Looks at everything, but for what is named in `besides`; what is well is among the findings too. */
export async function lookAround(call: CommandCall, besides: readonly Look[] = []): Promise<Finding[]> {
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
    lookAtClock,
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
  return (
    await Promise.all(looks.filter((look) => !besides.includes(look)).map((look) => lookSafely(look, call)))
  ).flat();
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

const database = async (call: CommandCall): Promise<Finding[]> => [
  await asOwner(call, 'show server_version_num', ([row]) => {
    const version = Math.trunc(Number(row?.['server_version_num']) / 10_000);
    return {
      ok: version >= leastVersion && version <= 18,
      what: `PostgreSQL ${version}`,
      remedy: `用 ${leastVersion} 到 18 版 · use version ${leastVersion} to 18`,
    };
  }),
  await collations(call),
];

// Another system under the same data sorts otherwise: an index then misses what it holds.
const collations = (call: CommandCall): Promise<Finding> =>
  asOwner(
    call,
    `select quote_ident(c.collname) as name from pg_collation c
      where c.collversion is distinct from pg_collation_actual_version(c.oid) and c.collversion is not null
        and exists (select 1 from pg_attribute a join pg_class k on k.oid = a.attrelid where a.attcollation = c.oid and k.relkind in ('r', 'p', 'i'))
      union all
     select quote_ident(d.datname) from pg_database d
      where d.datname = current_database() and d.datcollversion is distinct from pg_database_collation_actual_version(d.oid) and d.datcollversion is not null`,
    (rows) => {
      const names = rows.map((row) => String(row['name'])).join(', ');
      return {
        ok: rows.length === 0,
        what: `文字的排序与建索引时一样 · text is sorted as it was when the indexes were made${rows.length > 0 ? ` (${names})` : ''}`,
        remedy:
          '数据库换过系统或版本，索引会漏掉东西：以数据库管理员身份执行 REINDEX DATABASE，再 ALTER DATABASE … REFRESH COLLATION VERSION（或 ALTER COLLATION …） · the database came to another system or version, and indexes miss what they hold: as its administrator REINDEX DATABASE, then ALTER DATABASE … REFRESH COLLATION VERSION (or ALTER COLLATION …)',
      };
    },
  );

async function roles(call: CommandCall): Promise<Finding[]> {
  const [app] = (await call.app.pool.query<{ name: string }>('select current_user as name')).rows;
  const owner = await asOwner(call, 'select current_user as name', ([row]) => String(row?.['name']));
  const { passes, owned } = await rightsOfRole(call.app.pool);
  return [
    {
      ok: app?.name !== owner,
      what: '程序与表的主人是两个角色 · program and owner are two roles',
      remedy: 'DATABASE_URL 与 DATABASE_ADMIN_URL 要用不同的角色 · give them different roles',
    },
    {
      ok: !passes && owned === null,
      what: `程序的角色不拥有表，也不能绕过行级隔离 · the program’s role owns nothing and cannot bypass row security${owned === null ? '' : ` (${owned})`}`,
      remedy: `ALTER ROLE ${app?.name} NOSUPERUSER NOBYPASSRLS; REASSIGN OWNED BY ${app?.name} TO ${owner}；或者让它退出拥有表的角色 · or take it out of the role that owns tables`,
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

const failpoints = (): Finding => ({
  ok: !process.env['XIANGYIN_FAILPOINTS'],
  what: '没有打开测试用的断点 · no test failpoints are set',
  remedy: '去掉 XIANGYIN_FAILPOINTS · unset it',
});

/** Whether pages, console and phone are built from these sources. */
export async function frontEnds({ app }: CommandCall): Promise<Finding> {
  const state = await stateOfFrontEnds();
  // What a first start has not come to yet, it builds behind its open door.
  const comes = state === 'building' || (state === 'stale' && (await isStarting(app)));
  return {
    ok: state === 'fresh' || comes,
    what: comes
      ? '页面、工作台或手机入口正在构建，要几分钟 · pages, console or phone entry are being built, which takes some minutes'
      : '页面、工作台和手机入口是这个版本 · pages, console and phone entry are built from this version',
    remedy: '运行一次 npm start，它会构建 · run npm start once: it builds them',
  };
}

const isStarting = async ({ settings }: CommandCall['app']): Promise<boolean> =>
  [...(await runningInstances(settings.varDirectory))].some(
    ([name, { isAtWork }]) => isAtWork === false && /^instance(?:$|-web\b)/.test(name),
  );

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
