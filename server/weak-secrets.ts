import { readFile } from 'node:fs/promises';
import { isBlockedPassword } from '#access';
import type { Settings } from '#platform/settings';

// What papers and examples say, this program's too.
const examples = [
  'secret',
  'token',
  'key',
  'pass',
  'passwd',
  'changeme',
  'change-me',
  'postgres',
  'xiangyin',
  'geheim',
];
// Of the county's own choosing, so it may be asked to be long; others give theirs as they do.
const leastLength = 12;

/** Which of the secrets in the settings are examples, commonplace, or too short: a line each, with the setting's name and what to do, never the secret. */
export async function weakSecrets(settings: Settings): Promise<string[]> {
  const { database } = settings;
  const ofDatabase =
    database.kind === 'given'
      ? ([
          ['DATABASE_URL', database.appUrl],
          ['DATABASE_ADMIN_URL', database.adminUrl],
          ['DATABASE_REPLICA_URL', database.replicaUrl],
        ] as const)
      : [];
  return [
    ...ofDatabase.flatMap(([name, address]) => own(name, passwordIn(address), userIn(address))),
    ...given('SMTP_URL', passwordIn(settings.smtpUrl)),
    ...given('SMS_URL', passwordIn(settings.smsUrl)),
    ...given('S3_URL', passwordIn(settings.s3Url)),
    ...given(
      settings.backupPlace?.kind === 'sftp' ? 'BACKUP_SFTP_URL' : 'BACKUP_S3_URL',
      passwordIn(settings.backupPlace?.url ?? null),
    ),
    ...given('OIDC_CLIENT_SECRET', settings.oidc?.clientSecret ?? ''),
    ...own('METRICS_TOKEN', settings.metricsToken ?? ''),
    ...own('BACKUP_PASSPHRASE_FILE', await textOf(settings.backupPassphraseFile)),
  ];
}

// Empty: the server lets the role in by other means (peer, certificate), or nothing is set.
const own = (name: string, secret: string, user = ''): string[] =>
  secret === '' || (secret.length >= leastLength && !/^\d{1,19}$/.test(secret) && !isGuessed(secret, user))
    ? []
    : [
        `${name}：密码太短或太常见，至少 ${leastLength} 个字符，如 openssl rand -hex 24 · the secret is short or commonplace; take ${leastLength} characters or more, such as openssl rand -hex 24`,
      ];

const given = (name: string, secret: string): string[] =>
  secret !== '' && isGuessed(secret)
    ? [`${name}：密码是常见的或例子里的，请换一个 · the secret is commonplace, or that of an example: change it`]
    : [];

const isGuessed = (secret: string, user = ''): boolean =>
  examples.includes(secret.toLowerCase()) ||
  isBlockedPassword(secret) ||
  (user !== '' && secret.toLowerCase() === user.toLowerCase());

const passwordIn = (address: string | null): string => part(address, 'password');
const userIn = (address: string | null): string => part(address, 'username');
const part = (address: string | null, of: 'password' | 'username'): string =>
  address === null ? '' : decodeURIComponent(new URL(address)[of]);

// One that cannot be read is told by whoever needs it: the backup.
const textOf = async (path: string | null): Promise<string> =>
  path === null ? '' : (await readFile(path, 'utf8').catch(() => '')).trim();
