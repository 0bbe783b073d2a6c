import { dirname, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { endEverySession, rotateCountyKey } from '#access';
import { systemActor } from '#platform/actor';
import type { App } from '#platform/app';
import { ExplainedError } from '#platform/explained-error';
import { anyInstance } from '#platform/instance';
import { countiesSignedElsewhere } from '#platform/key-rotation';
import type { Command, CommandCall } from '#platform/manifest';
import { inCounty } from '#platform/transaction';
import type { Finding } from '../doctor/finding.ts';
import { lookAtPublicAddress } from '../doctor/look-at-address.ts';
import { lookAtPassphrase } from '../doctor/look-at-backups.ts';
import { ArchiveProblem } from './archive.ts';
import { passphraseGiven } from './backup-command.ts';
import { backupFolder } from './backup-record.ts';
import { eraseAgain, gatherErasures, readErasures } from './erasures.ts';
import { withOwner } from './owner.ts';
import { proveRecords } from './proofs.ts';
import { countsOf } from './prove-archive.ts';
import { checkArchive, membersOf } from './read-archive.ts';
import type { WholeArchive } from './read-archive.ts';
import { mustBeAlone } from './make-backup.ts';
import {
  holdsKeys,
  isHalfRestored,
  mustKnowTables,
  openRestored,
  putFileBack,
  restoreRows,
} from './restore-archive.ts';
import { openKeys, writeKeyFiles } from './sealed-keys.ts';
import type { KeyFiles } from './sealed-keys.ts';
import { noteSettled } from './unsettled.ts';

/** `cli restore`: brings everything of an archive into this installation, which must be empty. */
export const restore: Command = {
  name: 'restore',
  summary: '把一份备份恢复到空的安装里 · Bring an archive back into an empty installation',
  usage: [
    'restore <archive> [--passphrase-file=<file>] [--without-keys]',
    '       restore --recovered',
    '',
    '  恢复到 XIANGYIN_VAR 和 DATABASE_URL 所指的安装，它必须是空的；程序先停下',
    '  goes into the installation of XIANGYIN_VAR and DATABASE_URL, which must be empty; stop the program first',
    '  --recovered  数据库由 PostgreSQL 自己恢复到了某一刻：再删去人们要求删的，让人人重新登录，核对各条链',
    '               PostgreSQL itself recovered the database to a moment: deletes again what people had deleted, ends every session, proves the chains',
  ].join('\n'),
  owner: true,
  async run(call) {
    if (call.flags['recovered'] !== undefined) return settleRecovered(call);
    const [path] = call.args;
    if (!path || call.args.length > 1) {
      call.say(`用法 · Usage: npm run cli -- ${this.usage}`);
      return 2;
    }
    return bringBack(call, resolve(path));
  },
};

// Whatever may be wrong with the archive, the passphrase or the database is known before anything is touched. Broken off before the end, it goes on where it stood.
async function bringBack(call: CommandCall, path: string): Promise<number> {
  const { app, say } = call;
  const ownerUrl = ownerOf(call);
  return withOwner(ownerUrl, async (owner) => {
    await mustBeAlone(owner);
    progress('核对备份 · checking the archive');
    const archive = await checkArchive(path).catch(notThere(path));
    if (archive.head.county) throw new ArchiveProblem('of-a-county');
    await mustKnowTables(archive.head);
    const goesOn = await isHalfRestored(owner, archive);
    const keys = await keysOf(call, archive);
    if (goesOn) progress('恢复断在了半路，接着做完 · going on with a restore that was broken off');
    else await bringRowsBack(app, archive, ownerUrl);
    if (keys) await writeKeyFiles(app.settings.varDirectory, keys);
    const restored = await openRestored(app, app.settings);
    try {
      if (!keys) await signAnew(restored, say);
      const code = await settle(
        restored,
        { ownerUrl, beside: [dirname(archive.path)], counts: countsOf(archive), to: archive.head.madeAt },
        say,
      );
      sayWhatIsNotSet(restored, say);
      return code;
    } finally {
      await restored.close();
    }
  });
}

function ownerOf({ ownerUrl }: CommandCall): string {
  if (ownerUrl === undefined) throw new Error('a restore needs the address of the owner');
  return ownerUrl;
}

async function bringRowsBack(app: App, archive: WholeArchive, ownerUrl: string): Promise<void> {
  progress('恢复 · restoring');
  await restoreRows(app, archive, {
    ownerUrl,
    progress,
    async take(member) {
      if (holdsKeys(member) || !(await putFileBack(app, member))) member.stream.resume();
    },
  });
}

// Settings are in no archive: on another machine the county comes back without them.
function sayWhatIsNotSet(app: App, say: (line: string) => void): void {
  if (app.counties.all().every(({ demonstration }) => demonstration)) return;
  const mail: Finding = {
    ok: app.settings.smtpUrl !== undefined,
    what: '没有设 SMTP_URL，邮件寄不出 · SMTP_URL is not set, no mail goes out',
  };
  const unset = [...lookAtPublicAddress(app), mail, ...lookAtPassphrase(app)].filter(({ ok }) => !ok);
  if (unset.length === 0) return;
  say(
    '\n备份里没有设置，启动前把 xiangyin.config.json 或 /etc/xiangyin.env 放回来，或重新写 · Settings are in no archive: before the start bring xiangyin.config.json or /etc/xiangyin.env back, or write them anew:',
  );
  for (const { what, remedy } of unset) say(`✗ ${what}${remedy ? `\n    → ${remedy}` : ''}`);
}

// What signed before is here no more: the county says so, and signs with a new key.
async function signAnew(app: App, say: (line: string) => void): Promise<void> {
  for (const county of await countiesSignedElsewhere(app)) {
    const { to } = await inCounty(app, county, (ctx) => rotateCountyKey(ctx, systemActor('restore'), 'lost'));
    say(
      `  ${county.slug}：钥匙没有恢复，从此用新的签名 · its keys were not brought back, from now on it signs with ${to}`,
    );
  }
}

// The program would let in whoever was signed in then, and send what was on its way.
async function settleRecovered(call: CommandCall): Promise<number> {
  const { app, say } = call;
  const running = await anyInstance(app.settings.varDirectory);
  if (running)
    throw new ExplainedError(
      `程序还在运行（进程 ${running.pid}）：先停下 · The program is running (process ${running.pid}): stop it first`,
    );
  const { rows } = await app.pool.query<{ is: boolean }>('select pg_is_in_recovery() as is');
  if (rows[0]?.is !== false)
    throw new ExplainedError(
      'PostgreSQL 还在恢复：等它的日志说 archive recovery complete，再来 · PostgreSQL is still recovering: come again when its log says “archive recovery complete”',
    );
  return settle(app, { ownerUrl: ownerOf(call), beside: [], counts: [], to: null }, say);
}

const progress = (line: string): void => void process.stderr.write(`${line}\n`);

/** Says so where there is no file at the path. */
export const notThere =
  (path: string) =>
  (error: unknown): never => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new ExplainedError(`没有这个文件 · No such file: ${path}`);
    throw error;
  };

async function keysOf(call: CommandCall, archive: WholeArchive): Promise<KeyFiles | null> {
  return call.flags['without-keys'] === undefined ? openedKeys(call, archive) : null;
}

/** The keys of an archive, opened with the passphrase that is given, set or typed. Throws ArchiveProblem: no-keys, passphrase. */
export async function openedKeys(call: CommandCall, archive: WholeArchive): Promise<KeyFiles> {
  if (archive.head.keys === 'left-out') throw new ArchiveProblem('no-keys');
  const passphrase =
    (await passphraseGiven(call)) ?? (await call.secret?.('钥匙的密语 · Passphrase of the keys: ')) ?? '';
  for await (const member of membersOf(archive)) {
    if (holdsKeys(member)) return openKeys(await buffer(member.stream), passphrase);
    member.stream.resume();
  }
  throw new ArchiveProblem('no-keys');
}

/** What was brought back: by whom, where lists of deletions lie besides the own one, what was counted, and as of when, where that is known. */
interface BroughtBack {
  readonly ownerUrl: string;
  readonly beside: readonly string[];
  readonly counts: readonly string[];
  readonly to: string | null;
}

// What people had deleted since comes back for no longer than this; who had been signed out stays so.
async function settle(
  app: App,
  { ownerUrl, beside, counts, to }: BroughtBack,
  say: (line: string) => void,
): Promise<number> {
  for (const county of app.counties.all()) await inCounty(app, county, endEverySession);
  const erased = await eraseAgain(app, await readErasures([...beside, backupFolder(app)]));
  await gatherErasures(backupFolder(app), beside);
  await withOwner(ownerUrl, noteSettled);
  const proofs = await proveRecords(app);
  const { held, faults } = { ...proofs, faults: [...erased.faults, ...proofs.faults] };
  await app.pool.query(`select pg_notify('xiangyin_counties', '')`);
  for (const line of [...counts, ...held]) say(`✓ ${line}`);
  for (const line of faults) say(`✗ ${line}`);
  say(`  又删去一次 · deleted again at people’s wish: ${erased.done}`);
  say(
    faults.length === 0
      ? `✓ ${to === null ? '恢复了，全部相符 · recovered, and all of it holds' : `已恢复到 ${to} · restored as of ${to}`}: npm start (systemd: systemctl start xiangyin)`
      : `✗ 已恢复，但有 ${faults.length} 处不符 · restored, but ${faults.length} places do not hold`,
  );
  return faults.length === 0 ? 0 : 1;
}
