import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, readlinkSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeSettingsFile } from './settings/write-settings-file.ts';
import { readSettings, SettingsError } from './settings.ts';

// Of nobody: no file of settings lies there.
const folder = mkdtempSync(join(tmpdir(), 'xiangyin-settings-'));

const app = 'postgresql://xiangyin_app:secret@db.example.org:5432/county';
const replica = 'postgresql://xiangyin_app:secret@replica.example.org:5432/county';
const owner = 'postgresql://xiangyin_owner:secret@db.example.org:5432/county';

test('without any setting the program runs whole, on this machine only, with its own database', () => {
  const settings = readSettings({}, folder);
  assert.deepEqual(
    {
      ...settings,
      varDirectory: settings.varDirectory.split('/').at(-1),
      configFile: settings.configFile?.split('/').at(-1),
      backupFolder: settings.backupFolder.split('/').slice(-2).join('/'),
      room: { ...settings.room, folders: settings.room.folders.map((path) => path.split('/').at(-1)) },
    },
    {
      host: '127.0.0.1',
      port: 8080,
      publicAddress: 'http://localhost:8080',
      varDirectory: 'var',
      configFile: 'xiangyin.config.json',
      roles: ['web', 'worker', 'collab'],
      database: { kind: 'embedded' },
      poolSize: 16,
      logLevel: 'warn',
      smtpUrl: null,
      smtpFrom: null,
      smsUrl: null,
      smsFrom: null,
      smsAnswers: false,
      s3Url: null,
      ffmpegPath: null,
      c2paCredential: null,
      room: { folders: ['var'], leastBytes: 500 * 1024 ** 2 },
      backupFolder: 'var/backups',
      backupPassphraseFile: null,
      backupPlace: null,
      nightlyBackups: true,
      trustedProxies: [],
      innerHosts: [],
      readsPerMinute: 600,
      wechatAddress: null,
      oidc: null,
      metricsToken: null,
      traces: null,
      demonstration: true,
    },
  );
});

test('an empty variable counts as absent, and a public address loses its trailing slash', () => {
  const settings = readSettings({
    PORT: ' ',
    PUBLIC_ADDRESS: 'https://news.example.org/',
    DEMONSTRATION: 'off',
    XIANGYIN_ROLES: 'worker, web',
  });
  assert.equal(settings.port, 8080);
  assert.equal(settings.publicAddress, 'https://news.example.org');
  assert.equal(settings.demonstration, false);
  assert.deepEqual(settings.roles, ['web', 'worker']);
});

test('every unusable setting is named at once', () => {
  assert.throws(
    () =>
      readSettings({
        PORT: '80a',
        XIANGYIN_ROLES: 'webb',
        SMTP_URL: 'mail.example.org',
        SMS_URL: 'https://sms.example.org/Messages.json',
        S3_URL: 'https://s3.example.org/bucket',
        DATABASE_URL: 'mysql://x',
        PUBLIC_ADDRESS: 'https://a/b',
      }),
    (error) => {
      assert.ok(error instanceof SettingsError);
      for (const name of ['PORT', 'XIANGYIN_ROLES', 'SMTP_URL', 'SMS_URL', 'S3_URL', 'DATABASE_URL', 'PUBLIC_ADDRESS'])
        assert.match(error.message, new RegExp(`^  ${name}: `, 'm'));
      return true;
    },
  );
});

test('two addresses of two roles are taken as they are', () => {
  assert.deepEqual(readSettings({ DATABASE_URL: app, DATABASE_ADMIN_URL: owner }).database, {
    kind: 'given',
    appUrl: app,
    adminUrl: owner,
    replicaUrl: null,
  });
});

test('a replica goes with a database of one’s own, under the role of the application', () => {
  const given = { DATABASE_URL: app, DATABASE_ADMIN_URL: owner };
  const database = readSettings({ ...given, DATABASE_REPLICA_URL: replica }).database;
  assert.equal(database.kind === 'given' && database.replicaUrl, replica);
  assert.throws(() => readSettings({ DATABASE_REPLICA_URL: replica }), /without DATABASE_URL/);
  assert.throws(
    () => readSettings({ ...given, DATABASE_REPLICA_URL: replica.replace('xiangyin_app', 'xiangyin_owner') }),
    /must use the same role/,
  );
  assert.throws(() => readSettings({ ...given, DATABASE_REPLICA_URL: 'replica:5432' }), /^ {2}DATABASE_REPLICA_URL: /m);
});

test('with one address alone the start says how to make the other role', () => {
  assert.throws(
    () => readSettings({ DATABASE_URL: app }),
    /CREATE ROLE xiangyin_owner LOGIN[\s\S]*ALTER DATABASE "county" OWNER TO xiangyin_owner;[\s\S]*DATABASE_ADMIN_URL=postgresql:\/\/xiangyin_owner:[\w-]{24}@db\.example\.org:5432\/county/,
  );
  assert.throws(
    () => readSettings({ DATABASE_ADMIN_URL: owner }),
    /CREATE ROLE xiangyin_app LOGIN NOSUPERUSER NOBYPASSRLS[\s\S]*DATABASE_URL=postgresql:\/\/xiangyin_app:/,
  );
});

test('one role in both addresses is refused', () => {
  assert.throws(
    () => readSettings({ DATABASE_URL: owner, DATABASE_ADMIN_URL: owner }),
    /same role[\s\S]*CREATE ROLE xiangyin_app/,
  );
});

test('what the file says holds where the environment is silent; a secret may lie in a file of its own', () => {
  const home = mkdtempSync(join(tmpdir(), 'xiangyin-settings-'));
  writeFileSync(
    join(home, 'xiangyin.config.json'),
    JSON.stringify({ PORT: 9000, HOST: '0.0.0.0', DEMONSTRATION: false, TRUSTED_PROXIES: ['10.0.0.1', '10.0.0.2'] }),
  );
  writeFileSync(join(home, 'mail'), 'smtps://user:password@mail.example.org\n', { mode: 0o600 });
  const settings = readSettings({ PORT: '8081', SMTP_URL_FILE: 'mail' }, home);
  assert.equal(settings.port, 8081);
  assert.equal(settings.host, '0.0.0.0');
  assert.equal(settings.demonstration, false);
  assert.deepEqual(settings.trustedProxies, ['10.0.0.1', '10.0.0.2']);
  assert.equal(settings.smtpUrl, 'smtps://user:password@mail.example.org');
  assert.equal(readSettings({ XIANGYIN_CONFIG: 'off' }, home).port, 8080);
});

test('a file that cannot be used is refused in words: each wrong name, each wrong value, secrets open to all', () => {
  const home = mkdtempSync(join(tmpdir(), 'xiangyin-settings-'));
  const refusal = (text: string, variables: Record<string, string> = {}): string => {
    writeFileSync(join(home, 'xiangyin.config.json'), text);
    // Whatever the shell's umask leaves of a file's mode.
    chmodSync(join(home, 'xiangyin.config.json'), 0o644);
    try {
      readSettings(variables, home);
    } catch (error) {
      assert.ok(error instanceof SettingsError, String(error));
      return error.message;
    }
    assert.fail(`${text} was taken`);
  };
  assert.match(refusal('{"PORT": '), /xiangyin\.config\.json: .*is not JSON/);
  assert.match(refusal('[8080]'), /must be \{"PORT": 8080/);
  const told = refusal(
    '{"smtpUrl": "smtp://x", "COLOUR": "red", "PORT": {"a": 1}, "HOST": null, "XIANGYIN_VAR": "/x"}',
  );
  for (const line of [
    /smtpUrl .*write SMTP_URL/,
    /COLOUR .*no such setting/,
    /PORT .*must be a text, a number/,
    /HOST .*must be a text/,
    /XIANGYIN_VAR .*by an environment variable alone/,
  ])
    assert.match(told, line);
  assert.match(refusal('{"READS_PER_MINUTE": 0}'), /^ {2}READS_PER_MINUTE: must be a number from 1 on/m);
  assert.match(refusal('{"SMTP_URL": "smtps://u:p@mail.example.org"}'), /everybody on this machine may read it/);
  assert.match(refusal('{}', { S3_URL_FILE: 'nowhere' }), /S3_URL_FILE: nowhere: .*no such file/);
  assert.match(refusal('{}', { XIANGYIN_CONFIG: 'other.json' }), /XIANGYIN_CONFIG: .*other\.json: .*no such file/);
});

test('settings written through a link lie at its end, which nobody else may read, and the next start reads them there', async () => {
  const home = mkdtempSync(join(tmpdir(), 'xiangyin-settings-'));
  const kept = join(mkdtempSync(join(tmpdir(), 'xiangyin-settings-')), 'settings.json');
  const link = join(home, 'xiangyin.config.json');
  symlinkSync(kept, link);
  // Nothing lies at its end yet.
  assert.equal(readSettings({}, home).port, 8080);
  for (const port of ['8081', '8082']) {
    assert.equal(await writeSettingsFile(link, { PORT: port }), true);
    assert.equal(readlinkSync(link), kept);
    assert.deepEqual(JSON.parse(readFileSync(kept, 'utf8')), { PORT: port });
    assert.equal(statSync(kept).mode & 0o777, 0o600);
    assert.equal(readSettings({}, home).port, Number(port));
  }
});

test('traces go where the setting says, of the share that it says; a share that is none is refused in words', () => {
  const told = readSettings({
    XIANGYIN_CONFIG: 'off',
    TRACES_URL: 'http://127.0.0.1:4318/v1/traces',
    TRACES_SHARE: '1',
  });
  assert.deepEqual(told.traces, { url: 'http://127.0.0.1:4318/v1/traces', share: 1 });
  const usual = readSettings({ XIANGYIN_CONFIG: 'off', TRACES_URL: 'http://127.0.0.1:4318/v1/traces' });
  assert.equal(usual.traces?.share, 0.1);
  assert.throws(
    () => readSettings({ XIANGYIN_CONFIG: 'off', TRACES_SHARE: '7' }),
    /TRACES_SHARE: must be a number from 0 to 1/,
  );
});
