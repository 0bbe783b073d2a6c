import { join, resolve } from 'node:path';
import type { z } from 'zod';
import type { BackupPlaceSetting, BackupSettings } from './app.ts';
import type { TraceSetting } from './traces/tracer.ts';
import { ExplainedError } from './explained-error.ts';
import type { RoomSetting } from './room.ts';
import { databaseSetting, type DatabaseSetting } from './settings/database.ts';
import { configFile, gatherSettings, settingNames } from './settings/given.ts';
import { oidcSetting, type OidcSetting } from './settings/oidc.ts';
import { known, ROLES, type Role, type SettingName } from './settings/known.ts';

export { ROLES } from './settings/known.ts';
export type { Role } from './settings/known.ts';

/** All that the surroundings say, checked. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Without trailing slash. */
  readonly publicAddress: string;
  readonly varDirectory: string;
  /** The file with settings, there or not; null: none is read. */
  readonly configFile: string | null;
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
  /** Whether the gateway brings back what residents answer. */
  readonly smsAnswers: boolean;
  /** Null: files lie in the data folder. */
  readonly s3Url: string | null;
  /** Null: FFmpeg is looked for on the path. */
  readonly ffmpegPath: string | null;
  /** Null: each county signs its pictures under a certificate of its own. */
  readonly c2paCredential: string | null;
  /** Which disks are watched for room. */
  readonly room: RoomSetting;
  /** Where archives are put. */
  readonly backupFolder: string;
  /** Null: archives made at night hold no keys. */
  readonly backupPassphraseFile: string | null;
  /** A second place for archives; null: they are copied nowhere. */
  readonly backupPlace: BackupPlaceSetting | null;
  /** Whether a real county is backed up every night by itself. */
  readonly nightlyBackups: boolean;
  readonly trustedProxies: readonly string[];
  /** Inner hosts that may be called, `name` or `name:port`. */
  readonly innerHosts: readonly string[];
  /** Requests a minute that an address without a key has at the public API. */
  readonly readsPerMinute: number;
  /** Null: WeChat is called at its own address. */
  readonly wechatAddress: string | null;
  /** Null: nobody signs in by a provider. */
  readonly oidc: OidcSetting | null;
  /** Null: nothing is measured. */
  readonly metricsToken: string | null;
  /** Null: nobody is told what the time is spent on. */
  readonly traces: TraceSetting | null;
  /** Whether an empty installation is filled with the demonstration. */
  readonly demonstration: boolean;
}

/** The settings cannot be used; `message` says in plain words which, why, and what to write instead (one line for each). */
export class SettingsError extends ExplainedError {
  override readonly name = 'SettingsError';
}

const PROJECT = resolve(import.meta.dirname, '..', '..');

type Values = { readonly [Name in SettingName]: z.output<(typeof known)[Name]['form']> };

/** Reads the settings from environment variables and the files that they name (see `gatherSettings`). Relative folders are taken from the project's.
 *  Throws SettingsError naming every setting that cannot be used. */
export function readSettings(
  variables: Readonly<Record<string, string | undefined>> = process.env,
  folder: string = PROJECT,
): Settings {
  const values = readValues(variables, folder);
  const database = databaseSetting(values.DATABASE_URL, values.DATABASE_ADMIN_URL, values.DATABASE_REPLICA_URL);
  if ('problem' in database) throw new SettingsError(database.problem);
  const oidc = oidcSetting({
    issuer: values.OIDC_ISSUER,
    clientId: values.OIDC_CLIENT_ID,
    clientSecret: values.OIDC_CLIENT_SECRET,
    name: values.OIDC_NAME,
  });
  if (oidc && 'problem' in oidc) throw new SettingsError(oidc.problem);
  const varDirectory = resolve(folder, values.XIANGYIN_VAR);
  return {
    host: values.HOST,
    port: values.PORT,
    publicAddress: values.PUBLIC_ADDRESS ?? `http://localhost:${values.PORT}`,
    varDirectory,
    configFile: configFile(variables, folder),
    roles: ROLES.filter((role) => values.XIANGYIN_ROLES.includes(role)),
    database,
    poolSize: values.DATABASE_POOL_SIZE,
    logLevel: values.LOG_LEVEL,
    smtpUrl: values.SMTP_URL ?? null,
    smtpFrom: values.SMTP_FROM ?? null,
    smsUrl: values.SMS_URL ?? null,
    smsFrom: values.SMS_FROM ?? null,
    smsAnswers: values.SMS_ANSWERS,
    s3Url: values.S3_URL ?? null,
    ffmpegPath: values.FFMPEG_PATH ?? null,
    c2paCredential: values.C2PA_CREDENTIAL ?? null,
    room: {
      folders: [varDirectory, ...values.WATCHED_FOLDERS.map((one) => resolve(folder, one))],
      leastBytes: values.LEAST_ROOM_MB * 1024 ** 2,
    },
    backupFolder: values.BACKUP_FOLDER ? resolve(folder, values.BACKUP_FOLDER) : join(varDirectory, 'backups'),
    backupPassphraseFile: values.BACKUP_PASSPHRASE_FILE ?? null,
    backupPlace: backupPlaceOf(values),
    nightlyBackups: values.BACKUP_NIGHTLY,
    trustedProxies: values.TRUSTED_PROXIES,
    innerHosts: values.OUTBOUND_INNER_HOSTS,
    readsPerMinute: values.READS_PER_MINUTE,
    wechatAddress: values.WECHAT_ADDRESS ?? null,
    oidc,
    metricsToken: values.METRICS_TOKEN ?? null,
    traces: values.TRACES_URL ? { url: values.TRACES_URL, share: values.TRACES_SHARE } : null,
    demonstration: values.DEMONSTRATION,
  };
}

function readValues(variables: Readonly<Record<string, string | undefined>>, folder: string): Values {
  const given = gatherSettings(variables, folder);
  const problems = [...given.problems];
  const values: Partial<Record<SettingName, unknown>> = {};
  for (const name of settingNames) {
    const read = known[name].form.safeParse(given.values[name]);
    if (read.success) values[name] = read.data;
    else problems.push(...read.error.issues.map(({ message }) => `${name}: ${message}`));
  }
  if (problems.length > 0)
    throw new SettingsError(
      ['有的设置不能用 · Some settings cannot be used:', ...new Set(problems.map((line) => `  ${line}`))].join('\n'),
    );
  return values as Values;
}

/** What the program is told about backups. */
export const backupSettings = ({
  backupFolder,
  backupPassphraseFile,
  backupPlace,
  nightlyBackups,
}: Settings): BackupSettings => ({
  folder: backupFolder,
  passphraseFile: backupPassphraseFile,
  ...(backupPlace ? { place: backupPlace } : {}),
  nightly: nightlyBackups,
});

function backupPlaceOf({ BACKUP_S3_URL, BACKUP_SFTP_URL, BACKUP_SFTP_KEY_FILE }: Values): BackupPlaceSetting | null {
  if (BACKUP_S3_URL && BACKUP_SFTP_URL)
    throw new SettingsError(
      'BACKUP_S3_URL、BACKUP_SFTP_URL：只能设一个 · BACKUP_S3_URL and BACKUP_SFTP_URL: only one of them can be set',
    );
  if (BACKUP_S3_URL) return { kind: 's3', url: BACKUP_S3_URL };
  if (!BACKUP_SFTP_URL) return null;
  if (!BACKUP_SFTP_KEY_FILE && new URL(BACKUP_SFTP_URL).password === '')
    throw new SettingsError(
      'BACKUP_SFTP_URL：没有密码，就要用 BACKUP_SFTP_KEY_FILE 指明私钥文件 · BACKUP_SFTP_URL: without a password, BACKUP_SFTP_KEY_FILE must name the file with the private key',
    );
  return { kind: 'sftp', url: BACKUP_SFTP_URL, ...(BACKUP_SFTP_KEY_FILE ? { keyFile: BACKUP_SFTP_KEY_FILE } : {}) };
}

/** Where the embedded PostgreSQL of these settings lives. */
export function embeddedDirectory({ varDirectory }: Settings): string {
  return join(varDirectory, 'postgres');
}
