import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { App } from '#platform/app';
import { ExplainedError } from '#platform/explained-error';
import type { Command, CommandCall } from '#platform/manifest';
import { inCounty } from '#platform/transaction';
import { backupFolder, isDone, lastWhole, mustBeLong, passphraseOfSettings } from './backup-record.ts';
import { backupPlace, placeWords } from './backup-place.ts';
import { makeBackup } from './make-backup.ts';
import { isProofDue } from './nights.ts';
import { proveArchive } from './prove-archive.ts';
import { archivesToRemove, madeAt, whose } from './retention.ts';
import { sendAway } from './send-away.ts';

/** `cli backup`: writes everything into one archive; with `--prove` restores one into a scratch database and checks it. */
export const backup: Command = {
  name: 'backup',
  summary:
    '备份一切到一个文件；--prove 试恢复并核对 · Back everything up into one file; --prove restores and checks it',
  usage: [
    'backup [--to=<folder>] [--passphrase-file=<file>] [--without-keys] [--nightly]',
    '       backup --prove [<archive>] [--passphrase-file=<file>]',
    '       backup --fetch [<archive>]',
    '',
    '  --to               放到哪里，默认 BACKUP_FOLDER（var/backups） · where it goes; BACKUP_FOLDER (var/backups) unless said',
    '  --passphrase-file  文件里的密语给钥匙加密；不写就问 · the passphrase under which the keys are encrypted; asked for unless said',
    '  --without-keys     不带钥匙 · leave the keys out',
    '  --nightly          像每晚那样：旧的删去（留 7 天、4 周、6 个月），每周试恢复一次',
    '                     as every night: old ones go (7 days, 4 weeks, 6 months stay), one is proven every week',
    '  --prove            不备份，把一份备份（默认最新的）恢复到旁边的数据库核对，再删掉',
    '                     makes none: restores an archive, the newest unless said, into a database beside, checks it, drops it',
    '  --fetch            不备份，把一份备份（默认最新的）从另一处（BACKUP_S3_URL 或 BACKUP_SFTP_URL）取回 BACKUP_FOLDER',
    '                     makes none: brings an archive, the newest unless said, back from the second place into BACKUP_FOLDER',
  ].join('\n'),
  owner: true,
  run(call) {
    if (call.flags['fetch'] !== undefined) return fetchBack(call);
    return call.flags['prove'] === undefined ? backUp(call) : prove(call);
  },
};

async function backUp(call: CommandCall): Promise<number> {
  const { app, flags, say } = call;
  const nightly = flags['nightly'] === true;
  const folder = typeof flags['to'] === 'string' ? resolve(flags['to']) : backupFolder(app);
  const passphrase = await passphraseFor(call, nightly);
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  const began = performance.now();
  for (const signal of signals) process.on(signal, stop);
  try {
    const report = await makeBackup(app, {
      ownerUrl: ownerOf(call),
      folder,
      passphrase,
      nightly,
      signal: stopping.signal,
      progress,
    });
    const seconds = (performance.now() - began) / 1_000;
    say(`✓ ${report.path}`);
    say(
      `  ${report.rows} 行 rows, ${report.files} 个文件 files, ${megabytes(report.bytes)} MB, ${seconds.toFixed(1)} s（${(report.rowBytes / 1e6 / seconds).toFixed(0)} MB/s 行 of rows）`,
    );
    if (passphrase === null) say(`  不带钥匙 · without the keys`);
    const isAway = await copyAway(call, report.path, { nightly, withKeys: passphrase !== null });
    const held = nightly ? await afterNight(call, folder, report.path) : 0;
    return isAway ? held : 1;
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
const progress = (line: string): void => void process.stderr.write(`${line}\n`);

// That the second place is away spoils neither the archive here nor what else the night does.
async function copyAway(
  call: CommandCall,
  path: string,
  how: { nightly: boolean; withKeys: boolean },
): Promise<boolean> {
  try {
    const copy = await sendAway(call.app, path, how);
    const place = placeWords(call.app);
    if (copy && place) call.say(`✓ ${place.zh}里也有了，读回来相符 · ${place.en} too, read back and the same`);
    return true;
  } catch (error) {
    if (!(error instanceof ExplainedError)) throw error;
    call.say(`✗ ${error.message}`);
    return false;
  }
}

async function fetchBack({ app, flags, args, say }: CommandCall): Promise<number> {
  const place = backupPlace(app);
  if (!place)
    throw new ExplainedError(
      '没有设 BACKUP_S3_URL 或 BACKUP_SFTP_URL · Neither BACKUP_S3_URL nor BACKUP_SFTP_URL is set',
    );
  const { fetch: named } = flags;
  const asked = typeof named === 'string' ? named : args[0];
  const name = asked ?? newestOf(mustBeOfOne(await place.names()), app.clock.now());
  if (name === undefined)
    throw new ExplainedError(`${place.words.zh}里还没有备份 · There is no archive ${place.words.en} yet`);
  const folder = backupFolder(app);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  say(`✓ ${await place.fetch(name, folder)}`);
  return 0;
}

// The newest of all may be another county's.
function mustBeOfOne(names: readonly string[]): readonly string[] {
  const newest = [...Map.groupBy(names, whose).values()].flatMap((own) => own.toSorted().at(-1) ?? []);
  if (newest.length > 1)
    throw new ExplainedError(
      `那里有几个安装的备份，写明取哪一份 · Archives of several installations lie there, say which: backup --fetch=<archive>\n${newest.map((one) => `  ${one}`).join('\n')}`,
    );
  return names;
}

// Old ones go only when a new one is whole.
async function afterNight(call: CommandCall, folder: string, path: string): Promise<number> {
  for (const name of archivesToRemove(await readdir(folder), call.app.clock.now()))
    await rm(join(folder, name), { force: true });
  const county = call.app.counties.all()[0];
  const { proof } = county ? await inCounty(call.app, county, (ctx) => ctx.transaction((tx) => lastWhole(tx))) : {};
  return isProofDue(proof?.endedAt, call.app.clock.now()) ? proveOne(call, path) : 0;
}

async function prove(call: CommandCall): Promise<number> {
  const { prove: named } = call.flags;
  const asked = typeof named === 'string' ? named : call.args[0];
  return proveOne(call, asked ? resolve(asked) : await newestIn(call.app));
}

async function newestIn(app: App): Promise<string> {
  const folder = backupFolder(app);
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^xiangyin-.*\.tar$/.test(name));
  const newest = newestOf(names, app.clock.now());
  if (newest === undefined) throw new ExplainedError(`${folder} 里还没有备份 · There is no archive in ${folder} yet`);
  return join(folder, newest);
}

// What was made while the clock was ahead is the newest only where there is nothing else.
function newestOf(names: readonly string[], now: Date): string | undefined {
  const time = (name: string): number => madeAt(name)?.getTime() ?? 0;
  const inOrder = names.toSorted((a, b) => time(a) - time(b));
  return inOrder.findLast((name) => isDone(new Date(time(name)), now)) ?? inOrder.at(-1);
}

async function proveOne(call: CommandCall, path: string): Promise<number> {
  const { held, faults } = await proveArchive(call.app, {
    path,
    ownerUrl: ownerOf(call),
    passphrase: await passphraseGiven(call),
    progress,
  });
  for (const line of held) call.say(`✓ ${line}`);
  for (const line of faults) call.say(`✗ ${line}`);
  call.say(
    faults.length === 0
      ? `✓ 恢复得了，全部相符 · it can be restored, and all of it holds: ${path}`
      : `✗ 恢复不了，或有不符 · it cannot be restored, or does not hold: ${path}`,
  );
  return faults.length === 0 ? 0 : 1;
}

function ownerOf({ ownerUrl }: CommandCall): string {
  if (ownerUrl === undefined) throw new Error('a backup needs the address of the owner');
  return ownerUrl;
}

/** The passphrase that was given by file, by the command or by the settings; null without one. Throws ExplainedError for one that is too short. */
export async function passphraseGiven({ app, flags }: CommandCall): Promise<string | null> {
  const file = flags['passphrase-file'];
  return typeof file === 'string'
    ? mustBeLong((await readFile(resolve(file), 'utf8')).trim())
    : passphraseOfSettings(app);
}

// Keys never go into an archive as they are; nobody is there at night to be asked.
async function passphraseFor(call: CommandCall, nightly: boolean): Promise<string | null> {
  if (call.flags['without-keys'] !== undefined) return null;
  const given = await passphraseGiven(call);
  if (given !== null || nightly) return given;
  const typed = (await call.secret?.('给钥匙加密的密语 · Passphrase for the keys: ')) ?? '';
  if (typed !== '') return mustBeLong(typed);
  throw new ExplainedError(
    '没有密语。钥匙不加密就不进备份：给一个密语，或写 --without-keys · No passphrase: keys go in encrypted or not at all. Give one, or say --without-keys',
  );
}
