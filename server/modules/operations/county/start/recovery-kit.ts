import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ExplainedError } from '#platform/explained-error';
import { replaceFile } from '#platform/key-files';
import { keyFingerprint } from '#platform/keys';
import type { KeyFiles } from '../../backup/sealed-keys.ts';

/** What stands on the paper. */
export interface Kit {
  readonly county: string;
  readonly slug: string;
  readonly address: string;
  readonly at: Date;
  /** Purpose → public key (SPKI, base64). */
  readonly publicKeys: ReadonlyMap<string, string>;
  readonly keyFiles: KeyFiles;
  /** Null: it is kept elsewhere. */
  readonly passphrase: string | null;
}

const title = '乡音 恢复单 · Xiangyin recovery kit';
const rule = '─'.repeat(78);

/** Writes the paper with which a county's keys are brought back: plain text of 80 columns, readable by its owner alone, to be printed twice and deleted. An earlier one of the same place is replaced.
 *  Throws ExplainedError where another file stands there. */
export async function writeKit(path: string, kit: Kit): Promise<void> {
  const there = await readFile(path, 'utf8').catch(() => undefined);
  if (there !== undefined && !there.includes(title))
    throw new ExplainedError(
      `${path} 已经有别的文件，请用 --kit 写别的地方 · ${path} is another file; name another place with --kit`,
    );
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await replaceFile(path, textOf(kit));
}

/** The key files that stand on such a paper, read again from its text. */
export function keyFilesOn(text: string): KeyFiles {
  const found = text.matchAll(/^文件 · file: (\S+)\n\n([\s\S]*?)\n\n(?=文件|─)/gm);
  return Object.fromEntries([...found].map(([, name = '', content = '']) => [name, `${content}\n`]));
}

function textOf(kit: Kit): string {
  return [
    rule,
    title,
    rule,
    `${kit.county} (${kit.slug})   ${kit.address}`,
    `${kit.at.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    '',
    '谁拿到这张纸，谁就能以本县的名义签名。打印两份，锁在两个地方，然后删掉这个文件。',
    'Whoever holds this paper can sign in the county’s name. Print it twice, lock the',
    'papers away in two places, then delete this file.',
    '',
    '一、备份的密语 · The passphrase of the backups',
    '',
    `    ${kit.passphrase ?? '（另外保管，见 BACKUP_PASSPHRASE_FILE · kept elsewhere, see BACKUP_PASSPHRASE_FILE）'}`,
    '',
    '恢复备份时要它 · asked for when a backup is restored: npm run cli -- restore <archive>',
    '',
    '二、公钥的指纹（SHA-256），可以告诉任何人 · Fingerprints of the public keys, for everybody',
    '',
    ...[...kit.publicKeys].map(([purpose, key]) => `    ${purpose.padEnd(9)} ${keyFingerprint(key)}`),
    '',
    '三、钥匙 · The keys',
    '',
    '备份也没有了的时候：按下面的文件名抄进数据目录的 keys/，权限 600，再运行 doctor。',
    'Where the backups are lost too: copy each into keys/ of the data folder under its',
    'name, mode 600, then run doctor. A blank or a letter more, and it is no key.',
    '',
    ...Object.entries(kit.keyFiles).flatMap(([name, content]) => [`文件 · file: ${name}`, '', content.trim(), '']),
    rule,
    '',
  ].join('\n');
}
