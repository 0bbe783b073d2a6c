import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownerClient, testWorld } from '#testing';
import { backupFolder } from './backup-record.ts';
import { eraseAgain, readErasures } from './erasures.ts';

test('whoever left a newsletter after an archive was made is no reader of it after the restore', async () => {
  await using county = await testWorld();
  const made = await county.as('administrator').post('/channels', {
    name: '甲县邮报',
    placeId: county.placeId('county'),
    sectionIds: null,
    language: null,
    isOn: true,
    pauseSeconds: 0,
    dailyLimit: null,
    keeperId: null,
    settings: {
      kind: 'newsletter',
      lead: '县里今天的事',
      from: 'paper@news.one.test',
      returnTo: null,
      signs: false,
      digestHour: 0,
      digestWeekday: 1,
    },
  });
  assert.equal(made.status, 201, made.text);
  const owner = await ownerClient(county.database);
  const id = '0b5f3c1e-0000-7000-8000-000000000001';
  const token = 'a'.repeat(24);
  // As the archive has it.
  const bringBack = () =>
    owner.query(
      `insert into channels.subscribers (county_id, id, channel_id, email, language, pace, state, token, asked_at) values (1, $1, $2, 'ann@example.test', 'en', 'daily', 'active', $3, '2026-03-01')`,
      [id, Object(made.body['channel'])['id'], token],
    );
  const readers = async (): Promise<number | null> =>
    (await owner.query('select 1 from channels.subscribers where county_id = 1')).rowCount;
  try {
    await bringBack();
    const left = await county.request('POST', `/api/v1/unsubscriptions/${token}`);
    assert.equal(left.status, 204, left.text);
    await county.deliver();
    assert.equal(await readers(), 0);
    await bringBack();
    const listed = await readErasures([backupFolder(county.app)]);
    assert.deepEqual(
      listed.map(({ noun, subjectId }) => [noun, subjectId]),
      [['subscriber', id]],
    );
    assert.deepEqual([await eraseAgain(county.app, listed), await readers()], [1, 0]);
    assert.equal(await eraseAgain(county.app, listed), 0, 'harmless twice');
  } finally {
    await owner.end();
  }
});
