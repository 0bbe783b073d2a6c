import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { equipDemonstrationAccount, rotateCountyKey } from '#access';
import { addPerson } from '#people';
import { systemActor } from '#platform/actor';
import { openApp } from '#platform/app';
import { ExplainedError } from '#platform/explained-error';
import { readSettings } from '#platform/settings';
import type { Settings } from '#platform/settings';
import { inCounty } from '#platform/transaction';
import { ownerClient, testWorld } from '#testing';
import { mustBeFit } from './must-be-fit.ts';
import { testServer } from './testing/server.ts';
import { weakSecrets } from './weak-secrets.ts';

const long = '4b7d0c9e2f1a8653';
const settingsOf = (varDirectory: string, more: Record<string, string> = {}): Settings =>
  readSettings({ XIANGYIN_VAR: varDirectory, XIANGYIN_CONFIG: 'off', ...more });

test('a real county does not start beside a demonstration, nor with its accounts; a demonstration alone does (A38)', async () => {
  await using world = await testWorld();
  const ownerUrl = (await testServer()).ownerUrl(world.database);
  const owner = await ownerClient(world.database);
  const settings = settingsOf(world.app.settings.varDirectory);
  const fit = async (): Promise<void> => {
    await world.app.counties.reload();
    await mustBeFit(world.app, settings, ownerUrl);
  };
  const refuses = (words: RegExp): Promise<void> =>
    assert.rejects(fit(), (error) => error instanceof ExplainedError && words.test(error.message));
  try {
    await fit();
    await owner.query(`update platform.counties set demonstration = true where slug = 'two'`);
    await refuses(/the demonstration two is open beside it: county close two/);
    const two = world.app.counties.byId(2);
    assert.ok(two);
    await inCounty(world.app, two, (ctx) =>
      ctx.transaction(async (tx) =>
        equipDemonstrationAccount(tx, {
          personId: (await addPerson(tx, { name: '甲', placeId: null })).id,
          login: 'jia',
          passwordHash: 'x',
          totpSecret: 'JBSWY3DPEHPK3PXP',
          token: 'xyt_demonstration',
        }),
      ),
    );
    await owner.query(`update platform.counties set demonstration = (slug = 'two')`);
    await owner.query(`update platform.counties set demonstration = false`);
    await refuses(/two has 1 accounts of a demonstration/);
    await owner.query(`update access.accounts set demonstration = false where login = 'jia'`);
    await refuses(/two has 1 accounts of a demonstration/);
    await owner.query('update platform.counties set demonstration = true');
    await fit();
    await owner.query(`update platform.counties set demonstration = false`);
    await owner.query(`update access.accounts set disabled_at = made_at where login = 'jia'`);
    await fit();
    const file = join(world.app.settings.varDirectory, 'demo-accounts.json');
    await writeFile(file, '[]');
    await refuses(/demo-accounts\.json .*holds the passwords of a demonstration/);
    await rm(file);
    await fit();
    const weak = settingsOf(world.app.settings.varDirectory, { SMTP_URL: 'smtp://notices:password@mail.example.org' });
    await assert.rejects(mustBeFit(world.app, weak, ownerUrl), /SMTP_URL/);
  } finally {
    await owner.end();
  }
});

test('two installations on one database: the second one does not start on it, opens no county in it, and makes no key', async () => {
  await using world = await testWorld();
  const ownerUrl = (await testServer()).ownerUrl(world.database);
  await world.inCounty((ctx) => ctx.transaction((tx) => world.app.keys.countyKey(tx, 'county')));
  const second = await mkdtemp(join(tmpdir(), 'xy-second-'));
  const app = await openApp({ ...world.app.settings, varDirectory: second }, world.app.modules, world.app.clock);
  try {
    const [first] = app.counties.all();
    assert.ok(first);
    const start = (): Promise<void> => mustBeFit(app, settingsOf(second), ownerUrl);
    await assert.rejects(start(), (error) => {
      assert.ok(error instanceof ExplainedError);
      assert.match(error.message, /the keys of one do not lie in .*another installation’s.*XIANGYIN_VAR.*--why=lost/);
      return true;
    });
    const add = app.modules.flatMap(({ commands = [] }) => commands).find(({ name }) => name === 'county add');
    assert.ok(add);
    const flags = {
      slug: 'lishui',
      'name-zh': '丽水县',
      'name-en': 'Lishui',
      'publisher-zh': '丽水县融媒体中心',
      'publisher-en': 'Lishui Media Centre',
      phone: '0578-1234567',
      hosts: 'lishui.test',
    };
    const opensItself = (): never => assert.fail('the command opens its county itself');
    await assert.rejects(
      async () => add.run({ app, ownerUrl, args: [], flags, say: () => undefined, inCounty: opensItself }),
      {
        message: /nothing was touched/,
      },
    );
    assert.equal(existsSync(join(second, 'keys', 'sealing.key')), false);
    // Whoever lost the keys for good says so, and goes on with new ones.
    await inCounty(app, first, (ctx) => rotateCountyKey(ctx, systemActor('test'), 'lost'));
    await start();
  } finally {
    await app.close();
    await rm(second, { recursive: true, force: true });
  }
});

test('secrets that are examples, commonplace or short are named, and never shown (A38)', async () => {
  await using world = await testWorld();
  const { varDirectory } = world.app.settings;
  const file = join(varDirectory, 'passphrase');
  await writeFile(file, 'short\n');
  const database = (password: string, owner = long) => ({
    DATABASE_URL: `postgresql://xiangyin_app:${password}@db.example.org/x`,
    DATABASE_ADMIN_URL: `postgresql://xiangyin_owner:${owner}@db.example.org/x`,
  });
  const cases: [Record<string, string>, string[]][] = [
    [{}, []],
    [database(long), []],
    [database(''), []],
    [database('postgres'), ['DATABASE_URL']],
    [database('xiangyin_app'), ['DATABASE_URL']],
    [database('4b7d0c9e2f1'), ['DATABASE_URL']],
    [database('aaaaaaaaaaaaaaaa', '123456789012'), ['DATABASE_URL', 'DATABASE_ADMIN_URL']],
    [{ SMTP_URL: 'smtps://user:password@mail.example.org' }, ['SMTP_URL']],
    [{ SMTP_URL: 'smtps://user:k3y9@mail.example.org' }, []],
    [{ S3_URL: 'https://key:secret@s3.example.org/bucket' }, ['S3_URL']],
    [{ SMS_URL: 'https://account:token@sms.example.org/m.json' }, ['SMS_URL']],
    [{ METRICS_TOKEN: 'xxxxxxxxxxxxxxxxxxxxxxxx' }, ['METRICS_TOKEN']],
    [{ METRICS_TOKEN: `${long}${long}` }, []],
    [{ BACKUP_PASSPHRASE_FILE: file }, ['BACKUP_PASSPHRASE_FILE']],
  ];
  for (const [variables, names] of cases) {
    const said = await weakSecrets(settingsOf(varDirectory, variables));
    assert.deepEqual(
      said.map((line) => line.split('：')[0]),
      names,
      JSON.stringify(variables),
    );
    for (const secret of ['postgres', '4b7d0c9e2f1', 'k3y9', 'short']) {
      const shown = said.join('\n').replaceAll(/the secret is short|openssl/g, '');
      assert.equal(shown.includes(secret), false, secret);
    }
  }
});
