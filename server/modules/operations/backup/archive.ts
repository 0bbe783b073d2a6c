import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { z } from 'zod';
import { ExplainedError } from '#platform/explained-error';

/** The forms in which archives are written: of a whole installation, of one county that moves. A reader takes these and every one before them. */
export const archiveFormats = { installation: 1, county: 2 } as const;
const newestFormat = Math.max(...Object.values(archiveFormats));

/** Whether an archive says that it is of a form that came later. */
export const isOfLaterForm = (format: unknown): boolean => typeof format === 'number' && format > newestFormat;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const words = z.object({ 'zh-CN': z.string().optional(), en: z.string().optional() });

/** A county as it left: its rows, files and keys name no number of the installation it was in. */
export const movedCounty = z.object({
  /** The number under which its ledgers are hashed. */
  ledgerNumber: z.int().min(1),
  slug: z.string(),
  name: words,
  publisher: words,
  phone: z.string(),
  timeZone: z.string(),
  countryPack: z.enum(['cn', 'generic']),
  languages: z.array(z.enum(['zh-CN', 'en'])),
  settings: z.record(z.string(), z.unknown()),
  hosts: z.array(z.string()),
});
export type MovedCounty = z.infer<typeof movedCounty>;

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
  /** Of one county alone; left out: of all. */
  county: movedCounty.optional(),
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
  | 'older'
  | 'of-a-county'
  | 'of-an-installation'
  | 'other-history'
  | 'passphrase'
  | 'no-keys';

const faultWords: Readonly<Record<ArchiveFault, string>> = {
  'not-an-archive': '这不是乡音的备份 · This is no archive of Xiangyin',
  'cut-off':
    '这份备份不完整，后面被截断了：多半是拷贝没有拷完，请再拷一次，或用另一份 · This archive is cut off: most likely it was not copied to its end; copy it again, or take another',
  altered:
    '这份备份被改过，或者磁盘坏了：内容与它自己的校验和不符，请用另一份 · This archive was altered, or the disk is bad: it does not fit its own checksum; take another',
  newer:
    '这份备份出自更新的版本：请先装那个版本，或更新的 · This archive was made by a newer version: install that one first, or a later one',
  older:
    '这份归档出自更早的版本：先在原处升级到同一个版本，再导出一次 · This archive was made by an older version: bring the installation it came from up to this version, and export once more',
  'of-a-county':
    '这是一个县搬家用的归档，不是备份：用 county import · This is the archive of one county that moves, no backup: county import takes it',
  'of-an-installation':
    '这是整个安装的备份，不是一个县的归档：用 restore · This is the backup of a whole installation, not one county: restore takes it',
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
    super(`${faultWords[fault]}${detail ? ` (${detail})` : ''}`);
    this.fault = fault;
  }
}

/** `county-<slug>-<yyyymmddThhmmssZ>.tar`: no backup, and never taken for one. */
export const countyArchiveName = (slug: string, at: Date): string => `county-${slug}-${stampOf(at)}.tar`;

const stampOf = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');

/** `xiangyin-<slug>-<yyyymmddThhmmssZ>.tar`, and `…-nightly.tar` for those that are removed again in time. */
export const archiveName = (slug: string, at: Date, nightly: boolean): string =>
  `xiangyin-${slug}-${stampOf(at)}${nightly ? '-nightly' : ''}.tar`;
