import { resolve } from 'node:path';
import { ExplainedError } from '#platform/explained-error';
import type { Command, CommandCall } from '#platform/manifest';
import { passphraseGiven } from '../../backup/backup-command.ts';
import { backupFolder, mustBeLong } from '../../backup/backup-record.ts';
import { exportCounty } from './export-county.ts';

/** `cli county export`: one closed county into one archive, which `county import` takes in another installation. */
export const countyExport: Command = {
  name: 'county export',
  summary:
    '把一个关了的县整个写进一个归档，好搬到别的安装去 · Write a closed county into one archive, to move it elsewhere',
  usage: [
    'county export <slug> [--to=<folder>] [--passphrase-file=<file>]',
    '',
    '  --to               放到哪里，默认 BACKUP_FOLDER · where it goes; BACKUP_FOLDER unless said',
    '  --passphrase-file  文件里的密语给钥匙加密；不写就问 · the passphrase under which the keys are encrypted; asked for unless said',
    '',
    '  先 · first: county close <slug>；然后在新的地方 · then, in the new place: county import <archive>',
  ].join('\n'),
  owner: true,
  async run(call) {
    const [slug] = call.args;
    if (!slug || call.args.length > 1) {
      call.say(`用法 · Usage: npm run cli -- ${this.usage}`);
      return 2;
    }
    return writeOut(call, slug);
  },
};

async function writeOut(call: CommandCall, slug: string): Promise<number> {
  const { app, flags, ownerUrl, say } = call;
  if (ownerUrl === undefined) throw new Error('an export needs the address of the owner');
  const report = await exportCounty(app, {
    slug,
    ownerUrl,
    folder: typeof flags['to'] === 'string' ? resolve(flags['to']) : backupFolder(app),
    passphrase: await passphraseOf(call),
    progress: (line) => void process.stderr.write(`${line}\n`),
  });
  say(`✓ ${report.path}`);
  say(
    `  ${report.rows} 行 rows, ${report.files} 个文件 files, ${(report.bytes / 1e6).toFixed(1)} MB；除了钥匙都没有加密 · all but the keys is not encrypted`,
  );
  if (report.dead > 0)
    say(`  ${report.dead} 样封着的东西在这里就打不开，原样带走 · sealed things that do not open here went as they are`);
  say('接着 · Next, in the new place: npm run cli -- county import <archive>');
  return 0;
}

async function passphraseOf(call: CommandCall): Promise<string> {
  const given =
    (await passphraseGiven(call)) ?? (await call.secret?.('给钥匙加密的密语 · Passphrase for the keys: ')) ?? '';
  if (given !== '') return mustBeLong(given);
  throw new ExplainedError('没有密语，不导出 · Nothing is exported without a passphrase');
}
