import { dirname, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { endEverySession } from '#access';
import type { App } from '#platform/app';
import { ExplainedError } from '#platform/explained-error';
import type { Command, CommandCall } from '#platform/manifest';
import { inCounty } from '#platform/transaction';
import { ArchiveProblem } from './archive.ts';
import { passphraseGiven } from './backup-command.ts';
import { backupFolder } from './backup-record.ts';
import { eraseAgain, readErasures } from './erasures.ts';
import { withOwner } from './owner.ts';
import { proveRecords } from './proofs.ts';
import { countsOf } from './prove-archive.ts';
import { checkArchive, membersOf } from './read-archive.ts';
import type { WholeArchive } from './read-archive.ts';
import { holdsKeys, mustBeEmpty, mustKnowTables, openRestored, putFileBack, restoreRows } from './restore-archive.ts';
import { openKeys, writeKeyFiles } from './sealed-keys.ts';
import type { KeyFiles } from './sealed-keys.ts';

/** `cli restore`: brings everything of an archive into this installation, which must be empty. */
export const restore: Command = {
  name: 'restore',
  summary: '把一份备份恢复到空的安装里 · Bring an archive back into an empty installation',
  usage: [
    'restore <archive> [--passphrase-file=<file>] [--without-keys]',
    '',
    '  恢复到 XIANGYIN_VAR 和 DATABASE_URL 所指的安装，它必须是空的；程序先停下',
    '  goes into the installation of XIANGYIN_VAR and DATABASE_URL, which must be empty; stop the program first',
  ].join('\n'),
  owner: true,
  async run(call) {
    const [path] = call.args;
    if (!path || call.args.length > 1) {
      call.say(`用法 · Usage: npm run cli -- ${this.usage}`);
      return 2;
    }
    return bringBack(call, resolve(path));
  },
};

// Whatever may be wrong with the archive, the passphrase or the database is known before anything is touched.
async function bringBack(call: CommandCall, path: string): Promise<number> {
  const { app, ownerUrl, say } = call;
  if (ownerUrl === undefined) throw new Error('a restore needs the address of the owner');
  progress('核对备份 · checking the archive');
  const archive = await checkArchive(path).catch(notThere(path));
  await mustKnowTables(archive.head);
  await withOwner(ownerUrl, mustBeEmpty);
  const keys = await keysOf(call, archive);
  progress('恢复 · restoring');
  await restoreRows(app, archive, {
    ownerUrl,
    progress,
    async take(member) {
      if (holdsKeys(member) || !(await putFileBack(app, member))) member.stream.resume();
    },
  });
  if (keys) await writeKeyFiles(app.settings.varDirectory, keys);
  const restored = await openRestored(app, app.settings);
  try {
    return await settle(restored, archive, say);
  } finally {
    await restored.close();
  }
}

const progress = (line: string): void => void process.stderr.write(`${line}\n`);

const notThere =
  (path: string) =>
  (error: unknown): never => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new ExplainedError(`没有这个文件 · No such file: ${path}`);
    throw error;
  };

async function keysOf(call: CommandCall, archive: WholeArchive): Promise<KeyFiles | null> {
  if (call.flags['without-keys'] !== undefined) return null;
  if (archive.head.keys === 'left-out') throw new ArchiveProblem('no-keys');
  const passphrase =
    (await passphraseGiven(call)) ?? (await call.secret?.('钥匙的密语 · Passphrase of the keys: ')) ?? '';
  for await (const member of membersOf(archive)) {
    if (holdsKeys(member)) return openKeys(await buffer(member.stream), passphrase);
    member.stream.resume();
  }
  throw new ArchiveProblem('no-keys');
}

// What people had deleted since comes back for no longer than this; who had been signed out stays so.
async function settle(app: App, archive: WholeArchive, say: (line: string) => void): Promise<number> {
  const erased = await eraseAgain(app, await readErasures([dirname(archive.path), backupFolder(app)]));
  for (const county of app.counties.all()) await inCounty(app, county, endEverySession);
  const { held, faults } = await proveRecords(app);
  await app.pool.query(`select pg_notify('xiangyin_counties', '')`);
  for (const line of [...countsOf(archive), ...held]) say(`✓ ${line}`);
  for (const line of faults) say(`✗ ${line}`);
  say(`  又删去一次 · deleted again at people’s wish: ${erased}`);
  say(
    faults.length === 0
      ? `✓ 已恢复到 ${archive.head.madeAt} · restored as of ${archive.head.madeAt}: npm start`
      : `✗ 已恢复，但有 ${faults.length} 处不符 · restored, but ${faults.length} places do not hold`,
  );
  return faults.length === 0 ? 0 : 1;
}
