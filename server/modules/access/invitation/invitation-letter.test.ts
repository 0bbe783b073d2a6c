import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addPerson } from '#people';
import { MailServer, testWorld } from '#testing';
import type { TestWorld } from '#testing';

const newcomer = (county: TestWorld, email: string | null): Promise<string> =>
  county.inCounty((ctx) =>
    ctx.transaction(
      async (tx) => (await addPerson(tx, { name: '新来的', email, placeId: county.placeId('town-1') })).id,
    ),
  );

/** Every row of these tables as text. */
const storedText = (county: TestWorld): Promise<string> =>
  county.inCounty((ctx) =>
    ctx.transaction(async (tx) => {
      let text = '';
      for (const table of [
        'platform.events',
        'platform.outbox',
        'platform.audit',
        'platform.idempotency_keys',
        'notices.messages',
        'notices.deliveries',
        'access.invitations',
      ]) {
        const { rows } = await tx.client.query(`select t::text as row from ${table} t`);
        text += rows.map((one: { row: string }) => one.row).join('\n');
      }
      return text;
    }),
  );

test('who is invited and has an e-mail address gets the link by e-mail, and nobody else has it', async () => {
  await using mail = await MailServer.start();
  await using county = await testWorld({}, { smtpUrl: mail.url });
  const personId = await newcomer(county, 'new@example.test');
  const invited = await county.as('administrator').post(`/people/${personId}/invitations`);
  assert.equal(invited.status, 201, invited.text);
  assert.equal(invited.body['link'], null);
  const before = await storedText(county);
  await county.tick('notices.send');
  const [letter] = mail.letters;
  assert.ok(letter && letter.to[0] === 'new@example.test', 'the letter went out');
  const token = /^http:\/\/one\.test\/console\/invitation#(\S+)$/m.exec(letter.text)?.[1] ?? '';
  assert.ok(token.length > 20, letter.text);
  assert.ok(!before.includes(token) && !before.includes(Buffer.from(token).toString('hex')), 'stored only sealed');
  const after = await storedText(county);
  assert.ok(!after.includes(token));
  const [row] = await county.inCounty((ctx) =>
    ctx.transaction((tx) =>
      tx.named<{ kept: boolean }>(
        'testing.sealed',
        'select bool_or(sealed_link is not null) as kept from notices.messages where county_id = $1',
        [tx.countyId],
      ),
    ),
  );
  assert.equal(row?.kept, false, 'and not even sealed once it has gone');
  const opened = await county.request('POST', '/api/v1/invitation-acceptances', {
    token,
    login: 'newcomer',
    password: '柳河桥边早饭铺子',
  });
  assert.equal(opened.status, 201, opened.text);
});

test('the link is handed over where there is no address, or when whoever invites wants it so', async () => {
  await using mail = await MailServer.start();
  await using county = await testWorld({}, { smtpUrl: mail.url });
  const without = await newcomer(county, null);
  const administrator = county.as('administrator');
  const handed = await administrator.post(`/people/${without}/invitations`);
  assert.match(String(handed.body['link']), /^http:\/\/one\.test\/console\/invitation#/);
  assert.equal((await administrator.post(`/people/${without}/invitations`, { by: 'email' })).body['code'], 'NoEmail');
  const reachable = await newcomer(county, 'new@example.test');
  const wanted = await administrator.post(`/people/${reachable}/invitations`, { by: 'link' });
  assert.match(String(wanted.body['link']), /#/);
  await county.tick('notices.send');
  assert.deepEqual(mail.letters, []);
});
