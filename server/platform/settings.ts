import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import type { BackupSettings } from './app.ts';
import { ExplainedError } from './explained-error.ts';
import { databaseSetting, type DatabaseSetting } from './settings-database.ts';

/** The parts of the program that one process can run. */
export const ROLES = ['web', 'worker', 'collab'] as const;
/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** All that the surroundings say, checked. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Without trailing slash. */
  readonly publicAddress: string;
  readonly varDirectory: string;
  readonly roles: readonly Role[];
  readonly database: DatabaseSetting;
  readonly poolSize: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Null: mail goes to the file spool. */
  readonly smtpUrl: string | null;
  /** Sender of all mail, `name@example.org` or `Name <name@example.org>`; null: notices@ the county's own host. */
  readonly smtpFrom: string | null;
  /** Null: short messages go to the file spool. */
  readonly smsUrl: string | null;
  /** Null: the gateway's own sender. */
  readonly smsFrom: string | null;
  /** Null: files lie in the data folder. */
  readonly s3Url: string | null;
  /** Null: FFmpeg is looked for on the path. */
  readonly ffmpegPath: string | null;
  /** Null: each county signs its pictures under a certificate of its own. */
  readonly c2paCredential: string | null;
  /** Where archives are put. */
  readonly backupFolder: string;
  /** Null: archives made at night hold no keys. */
  readonly backupPassphraseFile: string | null;
  /** Whether a real county is backed up every night by itself. */
  readonly nightlyBackups: boolean;
  readonly trustedProxies: readonly string[];
  /** Inner hosts that may be called, `name` or `name:port`. */
  readonly innerHosts: readonly string[];
  /** Requests a minute that an address without a key has at the public API. */
  readonly readsPerMinute: number;
  /** Null: WeChat is called at its own address. */
  readonly wechatAddress: string | null;
  /** Whether an empty installation is filled with the demonstration. */
  readonly demonstration: boolean;
}

/** The settings cannot be used; `message` says in plain words which, why, and what to write instead (one line for each). */
export class SettingsError extends ExplainedError {
  override readonly name = 'SettingsError';
}

const PROJECT = resolve(import.meta.dirname, '..', '..');

const environment = z.object({
  PORT: z
    .string()
    .default('8080')
    .refine(isPort, 'must be a number from 0 to 65535 · 应为 0 到 65535 的数字')
    .transform(Number),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_ADDRESS: z
    .string()
    .refine(
      isPublicAddress,
      'must look like https://news.example.org, without a path · 应形如 https://news.example.org，不带路径',
    )
    .transform((address) => address.replace(/\/$/, ''))
    .optional(),
  XIANGYIN_VAR: z.string().default('var'),
  XIANGYIN_ROLES: z
    .string()
    .default(ROLES.join(','))
    .transform((text) => list(text))
    .pipe(
      z
        .array(z.enum(ROLES, `must be some of ${ROLES.join(', ')}, separated by commas · 应为其中几项，用逗号分开`))
        .min(1),
    ),
  DATABASE_URL: z.string().refine(isDatabaseAddress, databaseAddressWanted()).optional(),
  DATABASE_ADMIN_URL: z.string().refine(isDatabaseAddress, databaseAddressWanted()).optional(),
  DATABASE_REPLICA_URL: z.string().refine(isDatabaseAddress, databaseAddressWanted()).optional(),
  DATABASE_POOL_SIZE: z
    .string()
    .default('16')
    .refine(isPoolSize, 'must be a number from 2 to 200 · 应为 2 到 200 的数字')
    .transform(Number),
  SMTP_URL: z
    .string()
    .refine(
      (text) => hasProtocol(text, ['smtp:', 'smtps:']),
      'must look like smtps://user:password@mail.example.org · 应形如 smtps://用户:密码@mail.example.org',
    )
    .optional(),
  SMTP_FROM: z
    .string()
    .refine(
      isSender,
      'must look like notices@example.org or Notices <notices@example.org> · 应形如 notices@example.org 或 名字 <notices@example.org>',
    )
    .optional(),
  SMS_URL: z
    .string()
    .refine(
      isGateway,
      'must look like https://account:token@sms.example.org/2010-04-01/Accounts/account/Messages.json · 应形如 https://账号:令牌@sms.example.org/2010-04-01/Accounts/账号/Messages.json',
    )
    .optional(),
  SMS_FROM: z.string().max(40, 'must be a number or a short name · 应为号码或短名').optional(),
  S3_URL: z
    .string()
    .refine(
      isBucket,
      'must look like https://key:secret@s3.example.org/bucket?region=us-east-1 · 应形如 https://密钥号:密钥@s3.example.org/存储桶?region=us-east-1',
    )
    .optional(),
  FFMPEG_PATH: z
    .string()
    .refine(
      isAbsolute,
      'must be the full path of the program, such as /usr/bin/ffmpeg · 应为程序的完整路径，如 /usr/bin/ffmpeg',
    )
    .optional(),
  C2PA_CREDENTIAL: z
    .string()
    .refine(
      isAbsolute,
      'must be the full path of a PEM file with key and certificates · 应为带私钥和证书的 PEM 文件的完整路径',
    )
    .optional(),
  BACKUP_FOLDER: z.string().optional(),
  BACKUP_PASSPHRASE_FILE: z
    .string()
    .refine(isAbsolute, 'must be the full path of a file with the passphrase · 应为写着密语的文件的完整路径')
    .optional(),
  BACKUP_NIGHTLY: z
    .enum(['on', 'off'], 'must be on or off · 应为 on 或 off')
    .default('on')
    .transform((word) => word === 'on'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent · 应为其中之一')
    .default('warn'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => list(text)),
  OUTBOUND_INNER_HOSTS: z
    .string()
    .default('')
    .transform((text) => list(text.toLowerCase())),
  READS_PER_MINUTE: z
    .string()
    .default('600')
    .refine((text) => /^[1-9]\d{0,8}$/.test(text), 'must be a number from 1 on · 应为 1 以上的数字')
    .transform(Number),
  WECHAT_ADDRESS: z
    .string()
    .refine(
      isPublicAddress,
      'must look like https://wechat-proxy.example.org, without a path · 应形如 https://wechat-proxy.example.org，不带路径',
    )
    .transform((address) => address.replace(/\/$/, ''))
    .optional(),
  DEMONSTRATION: z
    .enum(['on', 'off', 'true', 'false', '1', '0'], 'must be on or off · 应为 on 或 off')
    .default('on')
    .transform((word) => ['on', 'true', '1'].includes(word)),
});

/** Reads the settings from environment variables; an empty one counts as absent. A relative XIANGYIN_VAR is taken from the project's folder.
 *  Throws SettingsError naming every variable that cannot be used. */
export function readSettings(variables: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const present = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const read = environment.safeParse(present);
  if (!read.success) throw new SettingsError(wordsFor(read.error));
  const values = read.data;
  const database = databaseSetting(values.DATABASE_URL, values.DATABASE_ADMIN_URL, values.DATABASE_REPLICA_URL);
  if ('problem' in database) throw new SettingsError(database.problem);
  const varDirectory = resolve(PROJECT, values.XIANGYIN_VAR);
  return {
    host: values.HOST,
    port: values.PORT,
    publicAddress: values.PUBLIC_ADDRESS ?? `http://localhost:${values.PORT}`,
    varDirectory,
    roles: ROLES.filter((role) => values.XIANGYIN_ROLES.includes(role)),
    database,
    poolSize: values.DATABASE_POOL_SIZE,
    logLevel: values.LOG_LEVEL,
    smtpUrl: values.SMTP_URL ?? null,
    smtpFrom: values.SMTP_FROM ?? null,
    smsUrl: values.SMS_URL ?? null,
    smsFrom: values.SMS_FROM ?? null,
    s3Url: values.S3_URL ?? null,
    ffmpegPath: values.FFMPEG_PATH ?? null,
    c2paCredential: values.C2PA_CREDENTIAL ?? null,
    backupFolder: values.BACKUP_FOLDER ? resolve(PROJECT, values.BACKUP_FOLDER) : join(varDirectory, 'backups'),
    backupPassphraseFile: values.BACKUP_PASSPHRASE_FILE ?? null,
    nightlyBackups: values.BACKUP_NIGHTLY,
    trustedProxies: values.TRUSTED_PROXIES,
    innerHosts: values.OUTBOUND_INNER_HOSTS,
    readsPerMinute: values.READS_PER_MINUTE,
    wechatAddress: values.WECHAT_ADDRESS ?? null,
    demonstration: values.DEMONSTRATION,
  };
}

/** What the program is told about backups. */
export const backupSettings = ({ backupFolder, backupPassphraseFile, nightlyBackups }: Settings): BackupSettings => ({
  folder: backupFolder,
  passphraseFile: backupPassphraseFile,
  nightly: nightlyBackups,
});

/** Where the embedded PostgreSQL of these settings lives. */
export function embeddedDirectory({ varDirectory }: Settings): string {
  return join(varDirectory, 'postgres');
}

function wordsFor(error: z.ZodError): string {
  const lines = error.issues.map((issue) => `  ${String(issue.path[0])}: ${issue.message}`);
  return ['有的设置不能用 · Some settings cannot be used:', ...new Set(lines)].join('\n');
}

function list(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .map((item) => item.trim())
    .filter(Boolean);
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

function isPoolSize(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= 2 && Number(text) <= 200;
}

function isPublicAddress(text: string): boolean {
  return hasProtocol(text, ['http:', 'https:']) && ['', '/'].includes(new URL(text).pathname) && !/[?#]/.test(text);
}

function isSender(text: string): boolean {
  return /^(?:[^<>@\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(text.trim());
}

function isGateway(text: string): boolean {
  return hasProtocol(text, ['https:', 'http:']) && new URL(text).username !== '' && new URL(text).password !== '';
}

// One segment at most: the bucket, where it does not stand in the host name.
function isBucket(text: string): boolean {
  if (!hasProtocol(text, ['https:', 'http:'])) return false;
  const { username, password, pathname } = new URL(text);
  return username !== '' && password !== '' && /^\/[^/]*\/?$/.test(pathname);
}

function isDatabaseAddress(text: string): boolean {
  return (
    hasProtocol(text, ['postgres:', 'postgresql:']) &&
    new URL(text).username !== '' &&
    new URL(text).pathname.length > 1
  );
}

function databaseAddressWanted(): string {
  return 'must look like postgresql://role:password@host:5432/database · 应形如 postgresql://角色:密码@主机:5432/数据库';
}

function hasProtocol(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}
