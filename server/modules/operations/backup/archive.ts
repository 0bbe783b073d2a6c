import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { z } from 'zod';
import { ExplainedError } from '#platform/explained-error';

/** The form in which archives are written; a reader takes this one and every one before it. */
export const archiveFormat = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The first member: what this archive is. */
export const archiveHead = z.object({
  format: z.int().min(1),
  product: z.literal('xiangyin'),
  version: z.string(),
  /** Real time, UTC: what was committed by then is in it, nothing later. */
  madeAt: z.iso.datetime(),
  postgres: z.string(),
  counties: z.array(z.object({ id: z.int(), slug: z.string() })),
  /** In the order of their names. */
  migrations: z.array(z.object({ name: z.string(), hash })),
  keys: z.enum(['sealed', 'left-out']),
});
export type ArchiveHead = z.infer<typeof archiveHead>;

/** The last member but one: every other member, and every table. */
export const archiveManifest = z.object({
  members: z.array(z.object({ name: z.string(), bytes: z.int(), hash })),
  /** `bytes`: of its rows before they were compressed. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int(), bytes: z.int() })),
});
export type ArchiveManifest = z.infer<typeof archiveManifest>;
export type ArchiveTable = ArchiveManifest['tables'][number];

/** Names of the members; those of tables and files stand in folders. */
export const memberNames = {
  head: 'head.json',
  keys: 'keys.sealed',
  manifest: 'manifest.json',
  seal: 'seal',
  table: (name: string, part: number): string => `tables/${name}/${String(part).padStart(6, '0')}.zst`,
  file: (key: string): string => `files/${key}`,
  spool: (path: string): string => `spool/${path}`,
} as const;

/** Every member carries the same time and rights, so that the same bytes make the same archive. */
export const memberOf = (name: string, size: number) => ({ name, size, mode: 0o600, mtime: new Date(0) });

/** Bytes of the end of an archive: a member with the hash of all that is before it, and the end of the tar. */
export const tailBytes = 2_048;

/** The end of an archive, whose other bytes have this hash. */
export async function tailOf(hashBefore: string): Promise<Buffer> {
  const tail = pack();
  tail.entry(memberOf(memberNames.seal, hashBefore.length), hashBefore);
  tail.finalize();
  return buffer(tail);
}

export const newHash = () => createHash('sha256');

/** Why an archive cannot be used. */
export type ArchiveFault =
  | 'not-an-archive'
  | 'cut-off'
  | 'altered'
  | 'newer'
  | 'other-history'
  | 'passphrase'
  | 'no-keys';

const words: Readonly<Record<ArchiveFault, string>> = {
  'not-an-archive': '这不是乡音的备份 · This is no archive of Xiangyin',
  'cut-off':
    '这份备份不完整，后面被截断了：多半是拷贝没有拷完，请再拷一次，或用另一份 · This archive is cut off: most likely it was not copied to its end; copy it again, or take another',
  altered:
    '这份备份被改过，或者磁盘坏了：内容与它自己的校验和不符，请用另一份 · This archive was altered, or the disk is bad: it does not fit its own checksum; take another',
  newer:
    '这份备份出自更新的版本：请先装那个版本，或更新的 · This archive was made by a newer version: install that one first, or a later one',
  'other-history':
    '这份备份的数据表与本程序的来历不同，不能恢复 · The tables of this archive have another history than this program; it cannot be restored',
  passphrase: '密语不对，钥匙打不开 · The passphrase is wrong: the keys do not open',
  'no-keys':
    '备份里没有钥匙；真要不带钥匙恢复，加上 --without-keys：以前的签名仍然核得过，以后用新钥匙签 · The archive holds no keys; to restore without them add --without-keys: old signatures still hold, new ones are made with new keys',
};

/** An archive cannot be used; nothing was touched. `fault` says why, `message` what to do. */
export class ArchiveProblem extends ExplainedError {
  override readonly name = 'ArchiveProblem';
  readonly fault: ArchiveFault;
  constructor(fault: ArchiveFault, detail?: string) {
    super(`${words[fault]}${detail ? ` (${detail})` : ''}`);
    this.fault = fault;
  }
}

/** `xiangyin-<slug>-<yyyymmddThhmmssZ>.tar`, and `…-nightly.tar` for those that are removed again in time. */
export const archiveName = (slug: string, at: Date, nightly: boolean): string =>
  `xiangyin-${slug}-${at.toISOString().replace(/[-:]|\.\d+/g, '')}${nightly ? '-nightly' : ''}.tar`;
