import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { equipDemonstrationAccount } from '#access';
import { addPerson } from '#people';
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
